import {
  judgeSelected,
  setKindOfSelected,
  tagSelected,
} from '#renderer/window/features/claims/list/edit-selected.ts';
import {
  acceptAsRead,
  declineProposed,
  openProposed,
} from '#renderer/window/features/sources/evidence/evidence-actions.ts';
import { removeFromClaim } from '#renderer/window/features/sources/evidence/evidence-item.tsx';
import { removeSource } from '#renderer/window/features/sources/source-card.tsx';
import type { MenuEntry } from '#renderer/window/state/base/dialogs.ts';
import { copyText, openLink, pasteAtFocus } from '#renderer/window/state/desktop.ts';
import {
  openStoredFile,
  saveStoredFile,
  showStoredFileInFolder,
} from '#renderer/window/state/files/vault.ts';
import { getKeyName, nameFixedKey } from '#renderer/window/state/keys.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { setCurrentClaim, showSource } from '#renderer/window/state/view/navigate.ts';
import { showPanel } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { clearSelectedClaims, getClaimIdOfRow } from '#renderer/window/state/view/selected-claims.ts';
import { getOffsetAtPoint, getReadingSpan } from '#renderer/window/state/view/viewport.ts';
import { textFieldSelector } from '#renderer/window/ui/selectors.ts';
import { claimKindLabels, claimKinds } from '#shared/domain/base/claim.ts';
import { getKeptOriginal } from '#shared/domain/base/draft.ts';
import { statusLooks, verdicts } from '#shared/domain/base/verdict.ts';
import { listTags } from '#shared/domain/claims/tag-edits.ts';
import { formatSourceAsText } from '#shared/references/claim-as-text.ts';
import { isolate } from '#shared/text/format/wording.ts';
import { undoOrRedoInField } from '../keyboard/handle-key.ts';
import {
  createClaimMenu,
  createMenuOfSelectedClaim,
  createReadingMenu,
  createSelectionMenu,
  ofCommand,
} from './article-menu.ts';

function focusStanding(sourceId: string): void {
  showPanel('card');
  showSource(sourceId);
  // The card may not be rendered yet.
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-source-id] [role="radio"][aria-checked="true"]')?.focus(),
  );
}

/** The context menu of a source: on its row, on its card, or on evidence. */
export function createSourceMenu(session: Session, sourceId: string): MenuEntry[][] {
  const { review, readOnly } = session;
  const source = review.sources.get(sourceId);
  if (!source) return [];
  const { url, archiveUrl, confidential } = source;
  const links: MenuEntry[] = [
    ...(url === null ? [] : [{ label: 'Open link', run: () => void openLink(url) }]),
    ...(archiveUrl === null ? [] : [{ label: 'Open archived copy', run: () => void openLink(archiveUrl) }]),
  ];
  const looking: MenuEntry[] = [
    {
      label: 'Show source',
      run: () => {
        showPanel('card');
        showSource(sourceId);
      },
    },
    // A confidential source is not copied by accident.
    ...(confidential
      ? []
      : [{ label: 'Copy reference', run: () => void copyText(formatSourceAsText(source)) }]),
  ];
  if (readOnly) return [links, looking];
  return [
    links,
    looking,
    [
      {
        label: 'Edit source',
        run: () => {
          showPanel('card');
          useReviewView.setState({ card: { show: 'editSource', sourceId } });
        },
      },
      { label: 'Withdrawn or wrong…', run: () => focusStanding(sourceId) },
    ],
    [{ label: 'Delete source', run: () => removeSource(session, source) }],
  ];
}

/** The context menu of a draft in the list of drafts: what can be done with the file that is kept for it. */
function createDraftMenu({ articleId, review }: Session, draftId: string): MenuEntry[][] {
  const origin = review.drafts.get(draftId)?.origin;
  if (!origin || getKeptOriginal(origin) === null || origin.name === null) return [];
  const file = { id: draftId, name: origin.name };
  const noun = origin.kind === 'web' ? 'page' : 'Word file';
  return [
    [
      { label: `Open the ${noun}`, run: () => void openStoredFile(articleId, file) },
      { label: 'Show in folder', run: () => void showStoredFileInFolder(articleId, file) },
      { label: 'Save a copy…', run: () => void saveStoredFile(articleId, file) },
    ],
  ];
}

/** The context menu of a piece of evidence, with the entries for its source. */
function createEvidenceMenu(session: Session, evidenceId: string): MenuEntry[][] {
  const evidence = session.review.evidence.get(evidenceId);
  if (!evidence) return [];
  const ofSource = createSourceMenu(session, evidence.sourceId);
  if (session.readOnly) return ofSource;
  return [
    [
      {
        label: 'Edit evidence',
        run: () => useReviewView.setState({ card: { show: 'evidence', evidenceId } }),
      },
      { label: 'Remove from this claim', run: () => removeFromClaim(session, evidence) },
    ],
    ...ofSource,
  ];
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The context menu of a text field. The field has the focus now and when an entry runs. */
function createFieldMenu(field: Field): MenuEntry[][] {
  const { readOnly, selectionStart, selectionEnd, value } = field;
  const isSelected = selectionStart !== selectionEnd;
  const entry = (label: string, keys: string, isPossible: boolean, run: () => void): MenuEntry => ({
    label,
    keys,
    run,
    isDisabled: !isPossible,
  });
  const step = (label: string, command: 'undo' | 'redo', keys: string) =>
    entry(label, keys, !readOnly && document.queryCommandEnabled(command), () => undoOrRedoInField(command));
  const edit = (label: string, command: string, keys: string, isPossible: boolean) =>
    entry(label, keys, isPossible, () => document.execCommand(command));
  return [
    [step('Undo', 'undo', nameFixedKey('ctrl+z')), step('Redo', 'redo', nameFixedKey('ctrl+shift+z'))],
    [
      edit('Cut', 'cut', nameFixedKey('ctrl+x'), !readOnly && isSelected),
      edit('Copy', 'copy', nameFixedKey('ctrl+c'), isSelected),
      entry('Paste', nameFixedKey('ctrl+v'), !readOnly, () => void pasteAtFocus()),
    ],
    [edit('Select all', 'selectAll', nameFixedKey('ctrl+a'), value !== '')],
  ];
}

/** The context menu of evidence that the author proposed. */
function createProposedMenu(session: Session, proposedId: string): MenuEntry[][] {
  const proposed = session.review.proposedEvidence.get(proposedId);
  if (!proposed) return [];
  const url = proposed.source?.url ?? null;
  const opening = url === null ? [] : [{ label: 'Open link', run: () => void openLink(url) }];
  if (session.readOnly) return [opening];
  return [
    [
      { label: 'Accept…', run: () => openProposed(proposed) },
      ...(proposed.source ? [{ label: 'Accept as it is', run: () => acceptAsRead(session, proposed) }] : []),
      { label: 'Decline without a reason', run: () => declineProposed(session, proposed, null) },
    ],
    opening,
  ];
}

/** At most this many tags are entries; the field for tags finds all of them. */
const maxTags = 8;

/** The context menu of the claims that are selected in the list. */
function createSelectedClaimsMenu(session: Session): MenuEntry[][] {
  const leaving = { label: 'Clear selection', keys: 'Esc', run: clearSelectedClaims };
  if (session.readOnly) return [[leaving]];
  return [
    verdicts.map((verdict) => ({
      label: statusLooks[verdict].label,
      keys: getKeyName(verdict),
      run: () => judgeSelected(session, verdict),
    })),
    [
      ofCommand('Add source…', 'addSource'),
      ...listTags(session.review)
        .slice(0, maxTags)
        .map((tag) => ({ label: `Tag “${isolate(tag.name)}”`, run: () => tagSelected(session, tag, true) })),
      ofCommand('Other tag…', 'tagClaim'),
    ],
    claimKinds.map((kind) => ({
      label: `Kind: ${claimKindLabels[kind]}`,
      run: () => setKindOfSelected(session, kind),
    })),
    [ofCommand('Delete claims', 'deleteClaim')],
    [leaving],
  ];
}

interface BuiltMenu {
  label: string;
  groups: MenuEntry[][];
  /** The element that the menu is about. It opens there when a key opened it. */
  element: Element;
}

/** The first mark of a claim in the article. */
function findMark(claimId: string | null): Element | null {
  return claimId === null ? null : document.querySelector(`mark[data-claims~="${CSS.escape(claimId)}"]`);
}

/** Whether the pointer is on the selected words. Always true for a key. */
function isOnSelection({ button, clientX, clientY }: MouseEvent): boolean {
  if (button !== 2) return true;
  const selection = document.getSelection();
  const boxes = selection && selection.rangeCount > 0 ? [...selection.getRangeAt(0).getClientRects()] : [];
  return boxes.some(
    ({ left, right, top, bottom }) =>
      clientX >= left && clientX <= right && clientY >= top - 4 && clientY <= bottom + 4,
  );
}

function buildClaimMenu(session: Session, claimId: string, element: Element): BuiltMenu {
  const { selectedClaimIds } = useReviewView.getState();
  if (getClaimIdOfRow(element) !== null && selectedClaimIds.has(claimId))
    return { label: 'Selected claims', groups: createSelectedClaimsMenu(session), element };
  if (useReviewView.getState().currentClaimId !== claimId) setCurrentClaim(claimId);
  return { label: 'Claim', groups: createClaimMenu(session, claimId), element };
}

/** About the sentence under the pointer, or for a key about the one where the reviewer was last. */
function buildSentenceMenu(session: Session, event: MouseEvent, text: Element): BuiltMenu | null {
  const offset = event.button === 2 ? getOffsetAtPoint(event.clientX, event.clientY) : null;
  const span = offset === null ? getReadingSpan() : { start: offset, end: offset };
  const groups = span && !useReviewView.getState().queue ? createReadingMenu(session, span) : [];
  return groups.length > 0 ? { label: 'Sentence', groups, element: text } : null;
}

/**
 * In the article: about the selected words under the pointer, else the claim or the sentence there, or for a key about the current
 * claim.
 */
function buildArticleMenu(session: Session, event: MouseEvent, target: Element): BuiltMenu | null {
  const { selection, currentClaimId } = useReviewView.getState();
  const text = target.closest('[data-scroller] [role="group"]');
  if (!text) return null;
  // Claims can overlap: the last one is the innermost.
  const markedClaimId = target.closest('mark')?.getAttribute('data-claims')?.split(' ').at(-1);
  if (selection && isOnSelection(event)) {
    const onClaim = markedClaimId ? createMenuOfSelectedClaim(session, markedClaimId) : [];
    return { label: 'Selected words', groups: [...createSelectionMenu(session), ...onClaim], element: text };
  }
  const claimId = markedClaimId ?? (event.button === 2 ? null : currentClaimId);
  return claimId
    ? buildClaimMenu(session, claimId, findMark(claimId) ?? text)
    : buildSentenceMenu(session, event, text);
}

/** About words selected outside of the article, such as in compared drafts. */
function buildCopyMenu(event: MouseEvent, element: Element): BuiltMenu | null {
  const words = document.getSelection()?.toString() ?? '';
  if (words === '' || !isOnSelection(event)) return null;
  const copy = { label: 'Copy', keys: nameFixedKey('ctrl+c'), run: () => void copyText(words) };
  return { label: 'Selected words', groups: [[copy]], element };
}

/** The attribute with the id of what an element shows, the name of its menu, and the menu: the innermost first. */
const menusOfEvidence = [
  ['data-proposed-evidence', 'Evidence from the author', createProposedMenu],
  ['data-evidence', 'Evidence', createEvidenceMenu],
  ['data-source-id', 'Source', createSourceMenu],
] as const;

/** The context menu for the element under the pointer, or for the focused element when a key opened it; null if it has none. */
export function buildContextMenu(event: MouseEvent, target: Element): BuiltMenu | null {
  const field = target.closest(textFieldSelector);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.focus();
    return { label: 'Text field', groups: createFieldMenu(field), element: field };
  }
  const session = currentSession();
  if (!session) return buildCopyMenu(event, target);
  const findAbout = (attribute: string) => {
    const element = target.closest(`[${attribute}]`);
    const id = element?.getAttribute(attribute);
    return element && id ? { element, id } : null;
  };
  if (target.closest('[role="dialog"]')) {
    const draft = findAbout('data-draft');
    const ofDraft = draft ? createDraftMenu(session, draft.id) : [];
    const atDraft = draft && ofDraft.length > 0 ? { label: 'Draft', groups: ofDraft, element: target } : null;
    return buildCopyMenu(event, target) ?? atDraft;
  }
  for (const [attribute, label, createMenu] of menusOfEvidence) {
    const about = findAbout(attribute);
    if (about) return { label, groups: createMenu(session, about.id), element: about.element };
  }
  const claim = findAbout('data-claim');
  if (claim) return buildClaimMenu(session, claim.id, claim.element);
  return buildArticleMenu(session, event, target) ?? buildCopyMenu(event, target);
}
