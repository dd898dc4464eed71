import { useMemo } from 'react';
import { create } from 'zustand';
import { getNewestDraft } from '#shared/domain/review/review.ts';
import { maxCommenters, type Preferences } from '#shared/domain/settings/settings.ts';
import { type Commenter, isPlaceholderName, listCommenters } from '#shared/import/annotations/commenters.ts';
import type { AnnotationChoice } from '#shared/import/base/annotation.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { updatePreferences, usePreferences } from '../base/preferences.ts';
import { currentSession } from '../review/open-review.ts';

/** An import that waits, as far as its annotations are concerned. */
interface AnnotatedImport {
  id: string;
  proposal: DraftProposal;
  /** The article whose next draft it becomes; null for an article of its own. */
  draftOf: string | null;
}

/** Answers of the reviewer in the preview of an import. */
interface AskedChoice {
  isAuthor: ReadonlyMap<string | null, boolean>;
  /** Null until it is answered. */
  areNotesSources: boolean | null;
  /** How often the reviewer tried to continue without a required answer. */
  missedCount: number;
}

export interface CommenterRole extends Commenter {
  /** Null when nothing says whether this is the author, so the reviewer has to answer. */
  isAuthor: boolean | null;
  /** Whether it was asked and remembered with an earlier file, so that it need not be asked again. */
  isKnown: boolean;
}

const nothingAsked: AskedChoice = { isAuthor: new Map(), areNotesSources: null, missedCount: 0 };

/** The answers by the id of the import. */
const useAskedChoices = create<Record<string, AskedChoice>>()(() => ({}));

/**
 * Who wrote comments, and whether they are the author's: as answered now, as remembered, or else the author's where the byline
 * has the name. Once an author is known, the others are taken for editors, which the preview shows. Otherwise they have no role: an
 * author's comment that was taken for an editor's would be printed in reports. A name that is no person's, such as `Author`, or none
 * at all has no role until it is answered, in every file.
 */
function listRoles(
  { proposal }: AnnotatedImport,
  { isAuthor: answers }: AskedChoice,
  known: Preferences['commenters'],
): CommenterRole[] {
  const byline = proposal.byline?.toLowerCase() ?? '';
  const roles = listCommenters(proposal).map((commenter) => {
    const { name } = commenter;
    if (isPlaceholderName(name))
      return { ...commenter, isAuthor: answers.get(name) ?? null, isKnown: false, isPlaceholder: true };
    const remembered = known.find((one) => one.name === name);
    const isInByline = name !== null && byline.includes(name.toLowerCase());
    return {
      ...commenter,
      isAuthor: answers.get(name) ?? remembered?.isAuthor ?? (isInByline || null),
      isKnown: remembered !== undefined,
      isPlaceholder: false,
    };
  });
  const hasAuthor = roles.some(({ isAuthor }) => isAuthor);
  return roles.map(({ isPlaceholder, ...role }) => ({
    ...role,
    isAuthor: role.isAuthor ?? (hasAuthor && !isPlaceholder ? false : null),
  }));
}

/** Whether the notes of the article's newest draft are the author's sources: the answer that is proposed for the next draft. */
function getFormerAnswer({ draftOf }: AnnotatedImport): boolean {
  const session = currentSession();
  return session?.articleId === draftOf && getNewestDraft(session.review).areNotesSources;
}

function createChoice(
  imported: AnnotatedImport,
  roles: readonly CommenterRole[],
  answer: boolean | null,
): AnnotationChoice {
  return {
    authors: roles.filter(({ isAuthor }) => isAuthor).map(({ name }) => name),
    areNotesSources: answer ?? getFormerAnswer(imported),
  };
}

export function useCommenterRoles(imported: AnnotatedImport): CommenterRole[] {
  const asked = useAskedChoices((choices) => choices[imported.id]) ?? nothingAsked;
  const known = usePreferences(({ commenters }) => commenters);
  return useMemo(() => listRoles(imported, asked, known), [imported, asked, known]);
}

/** The reviewer's answer so far. The same object as long as nothing of it changes. */
export function useAnnotationChoice(imported: AnnotatedImport): AnnotationChoice {
  const roles = useCommenterRoles(imported);
  const answer = useAskedChoices((choices) => choices[imported.id]?.areNotesSources ?? null);
  return useMemo(() => createChoice(imported, roles, answer), [imported, roles, answer]);
}

/** How often the reviewer tried to continue without saying whose comments they are. */
export function useMissedCount({ id }: Pick<AnnotatedImport, 'id'>): number {
  return useAskedChoices((choices) => choices[id]?.missedCount ?? 0);
}

function getRoles(imported: AnnotatedImport): CommenterRole[] {
  const asked = useAskedChoices.getState()[imported.id] ?? nothingAsked;
  return listRoles(imported, asked, usePreferences.getState().commenters);
}

/**
 * The reviewer's answer, for an import whose preview was shown. Null when it is not known whose comments they are: the preview
 * then says what is missing.
 */
export function completeAnnotationChoice(imported: AnnotatedImport): AnnotationChoice | null {
  const roles = getRoles(imported);
  if (roles.some(({ isAuthor }) => isAuthor === null)) {
    change(imported, ({ missedCount }) => ({ missedCount: missedCount + 1 }));
    return null;
  }
  const answer = useAskedChoices.getState()[imported.id]?.areNotesSources ?? null;
  return createChoice(imported, roles, answer);
}

/** The choice for an import that opens without its preview; null when a name is unknown, so the reviewer has to be asked. */
export function getKnownChoice(imported: AnnotatedImport): AnnotationChoice | null {
  const roles = getRoles(imported);
  return roles.every(({ isKnown }) => isKnown) ? createChoice(imported, roles, null) : null;
}

function change({ id }: AnnotatedImport, getChange: (asked: AskedChoice) => Partial<AskedChoice>): void {
  useAskedChoices.setState((choices) => {
    const asked = choices[id] ?? nothingAsked;
    return { [id]: { ...asked, ...getChange(asked) } };
  });
}

export function setIsAuthor(imported: AnnotatedImport, name: string | null, isAuthor: boolean): void {
  change(imported, (asked) => ({ isAuthor: new Map(asked.isAuthor).set(name, isAuthor) }));
}

export function setAreNotesSources(imported: AnnotatedImport, isSelected: boolean): void {
  change(imported, () => ({ areNotesSources: isSelected }));
}

/**
 * Remembers the role of each person as the preview showed it when the reviewer went on, for the next files. That is the answer: a role
 * that was selected already can't be selected again.
 */
export function rememberCommenters(imported: AnnotatedImport): void {
  const { commenters: known } = usePreferences.getState();
  const answered = getRoles(imported).flatMap(({ name, isAuthor }) =>
    name === null || isAuthor === null || isPlaceholderName(name) ? [] : [{ name, isAuthor }],
  );
  const isNew = ({ name, isAuthor }: (typeof answered)[number]) =>
    !known.some((one) => one.name === name && one.isAuthor === isAuthor);
  if (!answered.some(isNew)) return;
  const others = known.filter(({ name }) => !answered.some((one) => one.name === name));
  void updatePreferences({ commenters: [...others, ...answered].slice(-maxCommenters) });
}

export function discardAskedChoice(id: string): void {
  const { [id]: _, ...others } = useAskedChoices.getState();
  useAskedChoices.setState(others, true);
}
