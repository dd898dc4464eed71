import { useMemo } from 'react';
import { create } from 'zustand';
import { maxCommenters, type Preferences } from '../../../shared/domain/settings';
import {
  type AnnotationChoice,
  type Commenter,
  listCommenters,
} from '../../../shared/import/annotations/annotation-choice';
import type { DraftProposal } from '../../../shared/import/proposal';
import { updatePreferences, usePreferences } from '../preferences';

/** An import that waits, as far as its annotations are concerned. */
interface AnnotatedImport {
  id: string;
  proposal: DraftProposal;
}

/** Answers of the reviewer in the preview of an import. */
interface AskedChoice {
  isAuthor: ReadonlyMap<string | null, boolean>;
  areNotesSources: boolean;
}

export interface CommenterRole extends Commenter {
  isAuthor: boolean;
  /** Whether it was asked and remembered with an earlier file, so that it need not be asked again. */
  isKnown: boolean;
}

const nothingAsked: AskedChoice = { isAuthor: new Map(), areNotesSources: false };

/** The answers by the id of the import. */
const useAskedChoices = create<Record<string, AskedChoice>>()(() => ({}));

/**
 * Who wrote comments, and whether they are the author's: as answered now, as remembered, or else the author's where the byline
 * has the name, which the preview shows.
 */
function listRoles(
  { proposal }: AnnotatedImport,
  { isAuthor }: AskedChoice,
  known: Preferences['commenters'],
): CommenterRole[] {
  const byline = proposal.byline?.toLowerCase() ?? '';
  return listCommenters(proposal).map((commenter) => {
    const { name } = commenter;
    const remembered = known.find((one) => one.name === name);
    const isInByline = name !== null && byline.includes(name.toLowerCase());
    return {
      ...commenter,
      isAuthor: isAuthor.get(name) ?? remembered?.isAuthor ?? isInByline,
      isKnown: remembered !== undefined,
    };
  });
}

function toChoice(roles: readonly CommenterRole[], areNotesSources: boolean): AnnotationChoice {
  return { authors: roles.filter(({ isAuthor }) => isAuthor).map(({ name }) => name), areNotesSources };
}

export function useCommenterRoles(imported: AnnotatedImport): CommenterRole[] {
  const asked = useAskedChoices((choices) => choices[imported.id]) ?? nothingAsked;
  const known = usePreferences(({ commenters }) => commenters);
  return useMemo(() => listRoles(imported, asked, known), [imported, asked, known]);
}

/** The reviewer's answer so far. The same object as long as nothing of it changes. */
export function useAnnotationChoice(imported: AnnotatedImport): AnnotationChoice {
  const roles = useCommenterRoles(imported);
  const areNotesSources = useAskedChoices((choices) => choices[imported.id]?.areNotesSources ?? false);
  return useMemo(() => toChoice(roles, areNotesSources), [roles, areNotesSources]);
}

/** The reviewer's answer, for an import whose preview was shown. */
export function getAnnotationChoice(imported: AnnotatedImport): AnnotationChoice {
  const asked = useAskedChoices.getState()[imported.id] ?? nothingAsked;
  return toChoice(listRoles(imported, asked, usePreferences.getState().commenters), asked.areNotesSources);
}

/** The choice for an import that opens without its preview: only those who are remembered are authors. */
export function getKnownChoice(imported: AnnotatedImport): AnnotationChoice {
  const roles = listRoles(imported, nothingAsked, usePreferences.getState().commenters);
  return toChoice(
    roles.filter(({ isKnown }) => isKnown),
    false,
  );
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

export function setAreNotesSources(imported: AnnotatedImport, areNotesSources: boolean): void {
  change(imported, () => ({ areNotesSources }));
}

/** Remembers the answers for each name, for the next files. A role that was only proposed is no answer, and is asked again. */
export function rememberCommenters({ id }: Pick<AnnotatedImport, 'id'>): void {
  const { commenters: known } = usePreferences.getState();
  const { isAuthor: answers } = useAskedChoices.getState()[id] ?? nothingAsked;
  const answered = [...answers].flatMap(([name, isAuthor]) => (name === null ? [] : [{ name, isAuthor }]));
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
