import type { GlyphRun } from '../../pages/glyph-run';
import type { LineFragment } from '../../pages/line-fragments';

export type Side = 'left' | 'right';

/** A number at an end of a line, apart from the text of that line. */
export interface MarginNumber {
  value: number;
  text: string;
  fragment: LineFragment;
  /** The fragment without the number; null where nothing is left. */
  rest: LineFragment | null;
  left: number;
  right: number;
  baseline: number;
}

/** In font sizes of the text: the narrowest gap between the number of a line and its text. */
const minGap = 0.5;

const number = /^[\d\u0660-\u0669\u06f0-\u06f9]{1,4}$/;

/** The value of a number in Western, Arabic or Persian digits. */
function readNumber(text: string): number {
  return Number(Array.from(text, (digit) => (digit.codePointAt(0) ?? 0) % 16).join(''));
}

const joinTexts = (runs: readonly GlyphRun[]) =>
  runs
    .map(({ text }) => text)
    .join('')
    .trim();

/** Finds the number at one end of a fragment: all of it, or the runs at that end with a gap behind them. */
export function findMarginNumber(fragment: LineFragment, side: Side): MarginNumber | null {
  const { glyphRuns, baseline } = fragment;
  const inwards = side === 'left' ? glyphRuns : glyphRuns.toReversed();
  const count = inwards.findIndex((run, index) => {
    const next = inwards[index + 1];
    if (!next) return true;
    const gap = side === 'left' ? next.left - run.right : run.left - next.right;
    return gap >= minGap * fragment.size;
  });
  const own = inwards.slice(0, count + 1);
  const others = inwards.slice(count + 1);
  const text = joinTexts(side === 'left' ? own : own.toReversed());
  if (!number.test(text)) return null;
  const rest =
    others.length === 0
      ? null
      : { ...fragment, ...measure(others), glyphRuns: side === 'left' ? others : others.toReversed() };
  return { value: readNumber(text), text, fragment, rest, ...measure(own), baseline };
}

function measure(runs: readonly GlyphRun[]): { left: number; right: number } {
  return {
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
  };
}
