import type { Draft } from '../../../../shared/domain/draft';
import { type DragUnit, dragBetween, unitAt } from '../../../../shared/text/drag';
import type { Span } from '../../../../shared/text/span';
import { useReviewView } from '../../../state/review/review-view';
import type { GalleyDom } from '../galley/galley-dom';
import { type Point, scrollSteps } from './scroll-steps';

/** A press that moves less than this, in CSS pixels, is a click. */
const slack = 3;

interface DragParts {
  draft: Draft;
  galley: GalleyDom;
  /** What scrolls the article. */
  scroller: HTMLElement;
}

interface Press extends Point {
  /** How many presses came one right after another. */
  clicks: number;
  /** Whether what is selected is to be extended. */
  extends: boolean;
}

const units: readonly DragUnit[] = ['character', 'word', 'block'];

/** Where the selection is held that a press with Shift extends: at its far end. */
function heldEnd(selection: Span, offset: number): number {
  return offset < selection.start ? selection.end : selection.start;
}

/**
 * Selects words by mouse from a press on, until it is let go. Chromium's own selection jumps to the end of the page where the
 * pointer is on no text (between two blocks, beyond the end of a line, on a margin, over a panel), or where moves come too
 * rarely; this one is always at the text nearest to the pointer. Returns what ends it.
 */
export function dragSelection({ draft, galley, scroller }: DragParts, press: Press): () => void {
  const unit = units[Math.min(press.clicks, units.length) - 1] ?? 'character';
  const { selection, place: before } = useReviewView.getState();
  const offset = galley.offsetAt(press.x, press.y);
  if (offset === null) return () => {};
  const extended = press.extends ? (selection ?? before) : null;
  const held = extended && heldEnd(extended, offset);
  const pressed = held === null ? unitAt(draft, offset, unit) : { start: held, end: held };
  let pointer: Point = press;
  let isClick = held === null;
  let shown: Span | null = null;

  const show = () => {
    const reached = galley.offsetAt(pointer.x, pointer.y);
    // What was selected so far was marked or let go by a key.
    if (shown && useReviewView.getState().selection === null) return end();
    const place = isClick || reached === null ? pressed : unitAt(draft, reached, unit);
    galley.drag(dragBetween(pressed, place));
    shown = galley.selected();
    const at = reached ?? offset;
    useReviewView.setState({ selection: shown, place: shown ?? { start: at, end: at } });
  };
  const moved = (event: MouseEvent) => {
    pointer = { x: event.clientX, y: event.clientY };
    isClick &&= Math.hypot(pointer.x - press.x, pointer.y - press.y) < slack;
    show();
    scroll.follow(pointer);
  };
  const move = (event: MouseEvent) => {
    // Let go where the window was not told.
    if ((event.buttons & 1) === 0) end();
    else moved(event);
  };
  const up = (event: MouseEvent) => {
    moved(event);
    end();
  };
  const scroll = scrollSteps(scroller, show);
  const end = () => {
    scroll.stop();
    document.removeEventListener('mousemove', move);
    document.removeEventListener('mouseup', up);
  };
  document.addEventListener('mousemove', move);
  document.addEventListener('mouseup', up);
  show();
  return end;
}
