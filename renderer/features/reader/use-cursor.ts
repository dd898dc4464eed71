import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { Draft } from '../../../shared/domain/draft';
import { sameSpan } from '../../../shared/domain/span';
import {
  type Cursor,
  type CursorStep,
  cursorOn,
  cursorSpan,
  moveCursor,
  sentenceAt,
} from '../../../shared/text/cursor';
import { revealSpan, useReviewView } from '../../state/review-view';
import { useSession } from '../../state/session-context';
import type { GalleyDom } from './galley-dom';

const steps: Record<string, CursorStep> = {
  ArrowDown: 'nextSentence',
  ArrowUp: 'previousSentence',
  ArrowRight: 'nextWord',
  ArrowLeft: 'previousWord',
};

/** Reading and selecting by keyboard: sentences up and down, words left and right, Shift extends from the anchor. */
export function useCursor(draft: Draft, galley: RefObject<GalleyDom | null>) {
  const session = useSession();
  const cursor = useRef<Cursor | null>(null);
  /** The words taken last, for screen readers: the window's own selection is not read out when a script makes it. */
  const [taken, setTaken] = useState('');

  /** Where the keyboard goes on from: its own place, a selection made otherwise, or the current claim. */
  const standing = (): Cursor | null => {
    const { selection, current } = useReviewView.getState();
    const own = cursor.current;
    if (selection) return own && sameSpan(cursorSpan(own), selection) ? own : cursorOn(selection);
    const claim = current === null ? undefined : session.shownById().get(current);
    return claim ? cursorOn(claim.span) : null;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const from = standing();
    const first = sentenceAt(draft, 0);
    const next = from ? moveCursor(draft, from, step, event.shiftKey) : first && cursorOn(first);
    if (!next) return;
    cursor.current = next;
    const span = cursorSpan(next);
    galley.current?.select(span);
    useReviewView.setState({ selection: span });
    revealSpan(span);
    setTaken(draft.text.slice(span.start, span.end));
  };
  return { onKeyDown, taken };
}
