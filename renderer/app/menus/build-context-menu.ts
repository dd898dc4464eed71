import { currentSession } from '../../state/article/open-review';
import type { MenuEntry } from '../../state/context-menu';
import { copyText } from '../../state/copy-text';
import { nameFixedKey } from '../../state/keys';
import type { Session } from '../../state/review/session';
import { getClaimIdOfRow } from '../../state/view/claim-row';
import { setCurrentClaim } from '../../state/view/navigate';
import { useReviewView } from '../../state/view/review-view';
import { getOffsetAtPoint, getReadingSpan } from '../../state/view/viewport';
import { textFieldSelector } from '../../ui/selectors';
import { createClaimMenu, createMenuOfSelectedClaim } from './claim-menu';
import { createDraftMenu } from './draft-menu';
import { createEvidenceMenu } from './evidence-menu';
import { createFieldMenu } from './field-menu';
import { createProposedMenu } from './proposed-menu';
import { createReadingMenu } from './reading-menu';
import { createSelectedClaimsMenu } from './selected-claims-menu';
import { createSelectionMenu } from './selection-menu';
import { createSourceMenu } from './source-menu';

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
