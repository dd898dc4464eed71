import { claimKindLabels, claimKinds } from '../../../shared/domain/claim';
import { getKeptOriginal } from '../../../shared/domain/draft/draft-origin';
import { listTags } from '../../../shared/domain/tags/tag-edits';
import { statusLooks, verdicts } from '../../../shared/domain/verdict';
import { isolate } from '../../../shared/text/format/isolate';
import { judgeSelected, setKindOfSelected, tagSelected } from '../../features/claims/several/edit-selected';
import {
  acceptAsRead,
  declineProposed,
  openProposed,
} from '../../features/sources/evidence/evidence-actions';
import { removeFromClaim } from '../../features/sources/evidence/evidence-item';
import { currentSession } from '../../state/article/open-review';
import type { MenuEntry } from '../../state/context-menu';
import { copyText } from '../../state/copy-text';
import { openStoredFile, saveStoredFile, showStoredFileInFolder } from '../../state/files/vault';
import { getKeyName, nameFixedKey } from '../../state/keys';
import { openLink } from '../../state/open-link';
import { pasteAtFocus } from '../../state/paste-at-focus';
import type { Session } from '../../state/review/session';
import { getClaimIdOfRow } from '../../state/view/claim-row';
import { setCurrentClaim } from '../../state/view/navigate';
import { useReviewView } from '../../state/view/review-view';
import { clearSelectedClaims } from '../../state/view/selected-claims';
import { getOffsetAtPoint, getReadingSpan } from '../../state/view/viewport';
import { textFieldSelector } from '../../ui/selectors';
import { commands } from '../commands/commands';
import { undoOrRedoInField } from '../keyboard/field-undo';
import { createClaimMenu, createMenuOfSelectedClaim } from './claim-menu';
import { createReadingMenu } from './reading-menu';
import { createSelectionMenu } from './selection-menu';
import { createSourceMenu } from './source-menu';

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
      {
        label: 'Decline without a reason',
        run: () => declineProposed(session, proposed, null),
      },
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
      { label: 'Add source…', keys: getKeyName('addSource'), run: commands.addSource },
      ...listTags(session.review)
        .slice(0, maxTags)
        .map((tag) => ({
          label: `Tag “${isolate(tag.name)}”`,
          run: () => tagSelected(session, tag, true),
        })),
      { label: 'Other tag…', keys: getKeyName('tagClaim'), run: commands.tagClaim },
    ],
    claimKinds.map((kind) => ({
      label: `Kind: ${claimKindLabels[kind]}`,
      run: () => setKindOfSelected(session, kind),
    })),
    [{ label: 'Delete claims', keys: getKeyName('deleteClaim'), run: commands.deleteClaim }],
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

/** About the sentence under the pointer, or for a key about the one where the reader was last. */
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
  const proposed = findAbout('data-proposed-evidence');
  if (proposed)
    return {
      label: 'Evidence from the author',
      groups: createProposedMenu(session, proposed.id),
      element: proposed.element,
    };
  const evidence = findAbout('data-evidence');
  if (evidence)
    return { label: 'Evidence', groups: createEvidenceMenu(session, evidence.id), element: evidence.element };
  const source = findAbout('data-source-id');
  if (source)
    return { label: 'Source', groups: createSourceMenu(session, source.id), element: source.element };
  const claim = findAbout('data-claim');
  if (claim) return buildClaimMenu(session, claim.id, claim.element);
  return buildArticleMenu(session, event, target) ?? buildCopyMenu(event, target);
}
