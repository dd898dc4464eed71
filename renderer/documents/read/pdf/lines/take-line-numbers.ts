import { groupNeighbours } from '#renderer/documents/read/base/group-neighbours.ts';
import { at } from '#shared/text/sequences/at.ts';
import {
  joinFragmentTexts,
  joinTexts,
  type LineFragment,
  measureWidth,
  type PageText,
} from '../pages/page-text.ts';
import type { RunningLine } from './running-lines.ts';

type Side = 'left' | 'right';

/** A number at an end of a line, apart from the text of that line. */
interface MarginNumber {
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

/** Finds the number at one end of a fragment: all of it, or the runs at that end with a gap behind them. */
function findMarginNumber(fragment: LineFragment, side: Side): MarginNumber | null {
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
  const text = joinTexts(side === 'left' ? own : own.toReversed()).trim();
  if (!number.test(text)) return null;
  const rest =
    others.length === 0
      ? null
      : { ...fragment, ...measureWidth(others), glyphRuns: side === 'left' ? others : others.toReversed() };
  return { value: readNumber(text), text, fragment, rest, ...measureWidth(own), baseline };
}

/** The numbers in one margin of a page, from the top. */
interface NumberColumn {
  side: Side;
  numbers: MarginNumber[];
  /** How much each number is larger than the one before: 1 where every line has one, 5 where every fifth has. */
  step: number;
}

/** In points: how far the edges of aligned numbers differ. */
const alignment = 3;
/** The share of fragments that may reach into the margin, as a title that is set further out. */
const maxOutside = 0.03;
/** With every line numbered, the share of lines that have a number. */
const minNumbered = 0.7;

/**
 * Finds a column of growing numbers in a margin of a page, apart from its text. `isNumbering` says whether the page alone shows that
 * they are line numbers; otherwise other pages may.
 */
function findNumberColumn(
  fragments: readonly LineFragment[],
  side: Side,
): { column: NumberColumn; isNumbering: boolean } | null {
  const found = fragments.flatMap((fragment) => findMarginNumber(fragment, side) ?? []);
  const byFragment = new Map(found.map((one) => [one.fragment, one]));
  const texts = fragments.flatMap((fragment) => {
    const one = byFragment.get(fragment);
    return one ? (one.rest ?? []) : fragment;
  });
  if (found.length === 0 || texts.length === 0) return null;
  const edge = findEdge(texts, side);
  const inMargin = found.filter(({ left, right }) => (side === 'left' ? right < edge : left > edge));
  const chain = findLongestChain(keepAligned(inMargin).toSorted((a, b) => a.baseline - b.baseline));
  if (chain.numbers.length === 0) return null;
  const column = { side, ...chain };
  return { column, isNumbering: isNumbering(column, texts) };
}

/** Where the text begins on a side, but for a few lines that reach further out. */
function findEdge(texts: readonly LineFragment[], side: Side): number {
  const outside = Math.floor(texts.length * maxOutside);
  const edges = texts.map((text) => text[side]).toSorted((a, b) => (side === 'left' ? a - b : b - a));
  return at(edges, outside);
}

/** The numbers that share their right edge with most others, or their left edge. */
function keepAligned(numbers: readonly MarginNumber[]): MarginNumber[] {
  const groups = numbers.flatMap((one) =>
    (['left', 'right'] as const).map((edge) =>
      numbers.filter((other) => Math.abs(other[edge] - one[edge]) <= alignment),
    ),
  );
  return groups.reduce<MarginNumber[]>((most, group) => (group.length > most.length ? group : most), []);
}

/** The longest part of a column that grows by the usual step; where a number is missing, by a multiple of it. */
function findLongestChain(numbers: readonly MarginNumber[]): Pick<NumberColumn, 'numbers' | 'step'> {
  const steps = numbers.slice(1).map(({ value }, index) => value - at(numbers, index).value);
  const countOf = (step: number) => steps.filter((other) => other === step).length;
  const step = steps.reduce((usual, one) => (countOf(one) > countOf(usual) ? one : usual), steps[0] ?? 0);
  if (step <= 0) return { numbers: numbers.slice(0, 1), step: 0 };
  let longest: MarginNumber[] = [];
  let chain: MarginNumber[] = [];
  for (const one of numbers) {
    const growth = one.value - (chain.at(-1)?.value ?? Number.NaN);
    chain = growth > 0 && growth % step === 0 ? [...chain, one] : [one];
    if (chain.length > longest.length) longest = chain;
  }
  return { numbers: longest, step };
}

/** Fewer numbers are no column of its own. */
const minNumbers = 5;
const minDistantNumbers = 3;

/**
 * Whether the numbers count the lines of running text. The numbers of a list or a table count items or rows: lines between them have
 * none, or the rows are no lines of text.
 */
function isNumbering({ numbers, step }: NumberColumn, texts: readonly LineFragment[]): boolean {
  if (numbers.length < (step > 1 ? minDistantNumbers : minNumbers) || step <= 0) return false;
  const rows = groupRows(texts);
  const [first, last] = [at(numbers, 0), at(numbers, numbers.length - 1)];
  const between = rows.filter(
    ([row]) =>
      row && row.baseline > first.baseline - 0.5 * row.size && row.baseline < last.baseline + 0.5 * row.size,
  );
  const hasNumber = ([row]: LineFragment[]) =>
    row !== undefined && numbers.some(({ baseline }) => Math.abs(baseline - row.baseline) <= 0.5 * row.size);
  const numbered = between.filter(hasNumber);
  if (step > 1) {
    const linesEach = (between.length - 1) / (numbers.length - 1);
    return linesEach > 1.5 && linesEach <= step + 0.5 && numbered.length >= 0.8 * numbers.length;
  }
  if (numbered.length < minNumbered * between.length || numbered.length < minNumbers) return false;
  return isRunningText(numbered);
}

/** The share of lines that are as wide as this share of the widest, and of those that go on within a sentence. */
const minWide = 0.5;
const wideShare = 0.7;
const minContinued = 0.2;

/** Whether lines are those of running text: most of them are full, and some begin within a sentence, as items of a list never do. */
function isRunningText(rows: readonly LineFragment[][]): boolean {
  const widths = rows.map((row) => (row.length === 1 ? at(row, 0).right - at(row, 0).left : 0));
  const widest = Math.max(...widths);
  const wide = widths.filter((width) => width > 0 && width >= wideShare * widest);
  const texts = rows.map(joinFragmentTexts);
  // Scripts without small letters, and bills in capitals, do not show it.
  const showsCase = texts.some((text) => /\p{Ll}/u.test(text));
  const continued = texts.filter((text) => !showsCase || /^\P{L}*\p{Ll}/u.test(text));
  return wide.length >= minWide * rows.length && continued.length >= minContinued * rows.length;
}

/** The lines of a page, from the top. */
function groupRows(texts: readonly LineFragment[]): LineFragment[][] {
  return groupNeighbours(
    texts.toSorted((a, b) => a.baseline - b.baseline),
    (_last, next, first) => next.baseline - first.baseline <= 0.4 * first.size,
  );
}

/** In points: how far a column of numbers may be from where it is on another page. */
const positionTolerance = 4;

/**
 * Takes the line numbers out of the margins of pages, as manuscripts, bills and editions of poems have them. A page with few
 * lines is known by the others: its numbers are at the same place there, and grow as they do.
 */
export function takeLineNumbers(pages: readonly PageText[]): {
  pages: PageText[];
  /** The numbers of each page and side, as one line. */
  lines: RunningLine[];
  count: number;
} {
  const left = takeSide(pages, 'left');
  const right = takeSide(left.pages, 'right');
  return {
    pages: right.pages,
    lines: [...left.lines, ...right.lines],
    count: left.count + right.count,
  };
}

function takeSide(pages: readonly PageText[], side: Side): ReturnType<typeof takeLineNumbers> {
  const found = pages.map(({ fragments }) => findNumberColumn(fragments, side));
  const known = found.flatMap((one) => (one?.isNumbering ? one.column : []));
  const lines: RunningLine[] = [];
  let count = 0;
  const kept = pages.map((page, index) => {
    const one = found[index];
    if (!one || !(one.isNumbering || known.some((column) => isSameColumn(column, one.column)))) return page;
    const { numbers } = one.column;
    const text = numbers.map((number) => number.text).join(' ');
    lines.push({ text, pageNumber: page.pageNumber, isTop: true });
    count += numbers.length;
    return { ...page, fragments: removeNumbers(page, numbers) };
  });
  return { pages: kept, lines, count };
}

function isSameColumn(known: NumberColumn, { numbers, step }: NumberColumn): boolean {
  const [one, other] = [at(known.numbers, 0), at(numbers, 0)];
  const isAligned =
    Math.abs(one.left - other.left) <= positionTolerance ||
    Math.abs(one.right - other.right) <= positionTolerance;
  return isAligned && (numbers.length === 1 || step === known.step);
}

function removeNumbers({ fragments }: PageText, numbers: readonly MarginNumber[]): PageText['fragments'] {
  const rests = new Map(numbers.map(({ fragment, rest }) => [fragment, rest]));
  return fragments.flatMap((fragment) => {
    const rest = rests.get(fragment);
    return rest === undefined ? fragment : (rest ?? []);
  });
}
