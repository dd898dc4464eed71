import type { StateInline } from 'markdown-it';
import { type TrackedSpan, trackedTokens } from './tracked-span';

/** Adds the tokens of a span, whose content is at UTF-16 offsets from `start` to `end` of the source. */
export function pushSpan(state: StateInline, span: TrackedSpan, start: number, end: number): void {
  const { pos, posMax } = state;
  state.push(trackedTokens.open, '', 1).meta = span;
  state.pos = start;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.push(trackedTokens.close, '', -1).meta = span;
  state.pos = pos;
  state.posMax = posMax;
}
