import type { MenuEntry } from '../../state/context-menu';
import { currentSession } from '../../state/review/open-review';
import { pickClaim, useReviewView } from '../../state/review/review-view';
import type { Session } from '../../state/review/session';
import { textField } from '../../ui/fields/text-field';
import { claimMenu, claimUnderSelection } from './claim-menu';
import { copyText } from './copy-text';
import { evidenceMenu } from './evidence-menu';
import { fieldMenu } from './field-menu';
import { selectionMenu } from './selection-menu';
import { sourceMenu } from './source-menu';

interface Found {
  label: string;
  groups: MenuEntry[][];
  /** What the menu is about, to place it when a key opened it. */
  element: Element;
}

/** The first of a claim's marks, by which a menu is placed that a key opened. */
function wordsOf(claimId: string | null): Element | null {
  return claimId === null ? null : document.querySelector(`mark[data-claims~="${CSS.escape(claimId)}"]`);
}

/** Whether the point lies on the selected words. */
function isOnSelection({ button, clientX, clientY }: MouseEvent): boolean {
  if (button !== 2) return true;
  const selection = document.getSelection();
  const boxes = selection && selection.rangeCount > 0 ? [...selection.getRangeAt(0).getClientRects()] : [];
  return boxes.some(
    ({ left, right, top, bottom }) =>
      clientX >= left && clientX <= right && clientY >= top - 4 && clientY <= bottom + 4,
  );
}

function claimFound(session: Session, claimId: string, element: Element): Found {
  if (useReviewView.getState().current !== claimId) pickClaim(claimId);
  return { label: 'Claim', groups: claimMenu(session, claimId), element };
}

/** In the article: the selected words where they are meant, else the claim on the words, else for a key the current one. */
function inArticle(session: Session, event: MouseEvent, target: Element): Found | null {
  const { selection, current } = useReviewView.getState();
  const text = target.closest('[data-scroller] [role="group"]');
  if (!text) return null;
  // Claims can lie on the same words: the innermost is meant.
  const marked = target.closest('mark')?.getAttribute('data-claims')?.split(' ').at(-1);
  if (selection && isOnSelection(event)) {
    const onClaim = marked ? claimUnderSelection(session, marked) : [];
    return { label: 'Selected words', groups: [...selectionMenu(session), ...onClaim], element: text };
  }
  const byKey = event.button === 2 ? null : current;
  const claimId = marked ?? byKey;
  return claimId ? claimFound(session, claimId, wordsOf(claimId) ?? text) : null;
}

/** Words selected elsewhere than in the article, such as in two drafts side by side. */
function elsewhere(event: MouseEvent, element: Element): Found | null {
  const words = document.getSelection()?.toString() ?? '';
  if (words === '' || !isOnSelection(event)) return null;
  const copy = { label: 'Copy', keys: 'Ctrl+C', run: () => void copyText(words) };
  return { label: 'Selected words', groups: [[copy]], element };
}

/** The context menu of what lies under the pointer, or has the focus when a key asks for it; null when there is none. */
export function findMenu(event: MouseEvent, target: Element): Found | null {
  const field = target.closest(textField);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.focus();
    return { label: 'Text field', groups: fieldMenu(field), element: field };
  }
  const session = currentSession();
  if (!session || target.closest('[role="dialog"]')) return elsewhere(event, target);
  const about = (attribute: string) => {
    const element = target.closest(`[${attribute}]`);
    const id = element?.getAttribute(attribute);
    return element && id ? { element, id } : null;
  };
  const evidence = about('data-evidence');
  if (evidence)
    return { label: 'Evidence', groups: evidenceMenu(session, evidence.id), element: evidence.element };
  const source = about('data-source-id');
  if (source) return { label: 'Source', groups: sourceMenu(session, source.id), element: source.element };
  const claim = about('data-claim');
  if (claim) return claimFound(session, claim.id, claim.element);
  return inArticle(session, event, target) ?? elsewhere(event, target);
}
