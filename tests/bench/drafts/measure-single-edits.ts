import type { Span } from '#shared/text/span.ts';
import { carrySpans } from '#tests/unit/main/worker/drafts/carry-spans.ts';
import { createRandom, type Random } from '../support/random.ts';
import { type Print, reportAtLeast } from '../support/report-metrics.ts';
import { createDraftText } from './draft-text.ts';
import { listSentences, type Revision, shouldPrintExamples } from './real-revisions.ts';

/** A kind of edit: what it replaces, and by what. */
interface EditKind {
  name: string;
  pattern: RegExp;
  /** The replacement for a match; null where it would change nothing. */
  replace(match: string, random: Random): string | null;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

function getNext(list: readonly string[], word: string): string {
  return list[(list.indexOf(word) + 1) % list.length] ?? word;
}

const units: Record<string, string> = {
  percent: 'percentage points',
  '%': ' points',
  million: 'billion',
  billion: 'million',
  dollars: 'euros',
  days: 'weeks',
  weeks: 'months',
  months: 'years',
  years: 'months',
  hours: 'minutes',
  minutes: 'hours',
  $: '€',
};

/** Edits that may change what a sentence says. */
const materialEdits: readonly EditKind[] = [
  {
    name: 'number',
    pattern: /\d/g,
    replace: (digit, random) => String((Number(digit) + 1 + random.below(9)) % 10),
  },
  {
    name: 'name',
    pattern: /(?<=[a-z,] )[A-Z][a-z]{2,}(?=[ ,.])/g,
    replace: (name) => (months.includes(name) || days.includes(name) ? null : 'Solvane'),
  },
  { name: 'date', pattern: new RegExp(months.join('|'), 'g'), replace: (month) => getNext(months, month) },
  { name: 'weekday', pattern: new RegExp(days.join('|'), 'g'), replace: (day) => getNext(days, day) },
  {
    name: 'unit',
    pattern: /\b(?:percent|million|billion|dollars|days|weeks|months|years|hours|minutes)\b|%|\$(?=\d)/g,
    replace: (unit) => units[unit] ?? null,
  },
  {
    name: 'negation',
    pattern: /\b(?:is|are|was|were|can|will|would|should|has|have)\b(?! not)/g,
    replace: (verb) => `${verb} not`,
  },
  { name: 'negation removed', pattern: / not(?= )/g, replace: () => '' },
];

/** Edits that can't change what a sentence says. */
const styleEdits: readonly EditKind[] = [
  { name: 'straight quotes', pattern: /[“”‘’]/g, replace: (mark) => (/[“”]/.test(mark) ? '"' : "'") },
  { name: 'curly apostrophes', pattern: /(?<=[a-z])'(?=[a-z])/g, replace: () => '’' },
  { name: 'two spaces', pattern: / /g, replace: () => '  ' },
  { name: 'other dashes', pattern: / [–—] |—|–/g, replace: (dash) => dash.replace(/[–—]/, '-') },
  { name: 'comma removed', pattern: /(?<=[a-z]), (?=[a-z])/g, replace: () => ' ' },
  { name: 'comma added', pattern: /(?<=[a-z]) (?=[a-z])/g, replace: () => ', ' },
];

/** A replacement of one span of a text. */
interface SmallEdit {
  span: Span;
  text: string;
}

/** Draws one edit of a kind in a range of the text. Null when there is nothing to edit. */
function createEdit(text: string, range: Span, kind: EditKind, random: Random): SmallEdit | null {
  const matches = [...text.slice(range.start, range.end).matchAll(kind.pattern)];
  const match = matches[random.below(matches.length)];
  if (!match) return null;
  const replacement = kind.replace(match[0], random);
  if (replacement === null) return null;
  const start = range.start + match.index;
  return { span: { start, end: start + match[0].length }, text: replacement };
}

function applyEdit(text: string, edit: SmallEdit): string {
  return text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

/** Places a claim on words of the sentence near an edit, on the longer side of it. Null when that side is too short. */
function placeClaimBeside(text: string, sentence: Span, { span }: SmallEdit, random: Random): Span | null {
  const isBefore = span.start - sentence.start > sentence.end - span.end;
  const side = isBefore ? { start: sentence.start, end: span.start } : { start: span.end, end: sentence.end };
  const words = [
    ...text.slice(side.start, side.end).matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?![\p{L}\p{N}])/gu),
  ];
  if (words.length < 4) return null;
  const skip = random.below(Math.min(3, words.length - 3));
  const first = isBefore ? words[Math.max(0, words.length - 1 - skip - 6)] : words[skip];
  const last = isBefore ? words[words.length - 1 - skip] : words[Math.min(words.length - 1, skip + 6)];
  if (!first || !last) return null;
  return { start: side.start + first.index, end: side.start + last.index + last[0].length };
}

/** How many edits of one kind were judged correctly. */
interface Tally {
  all: number;
  right: number;
}

type Tallies = Map<string, Tally>;

function addToTally(tallies: Tallies, kind: string, isRight: boolean): void {
  const tally = tallies.get(kind) ?? { all: 0, right: 0 };
  tallies.set(kind, { all: tally.all + 1, right: tally.right + (isRight ? 1 : 0) });
}

/** A sentence that occurs once in its text. */
interface Case {
  text: string;
  sentence: Span;
}

function listCases(revisions: readonly Revision[]): Case[] {
  return revisions.flatMap(({ before: text }) =>
    listSentences(text)
      .filter(({ start, end }) => end - start >= 40)
      .filter(({ start, end }) => {
        const words = text.slice(start, end);
        return text.indexOf(words) === start && text.indexOf(words, start + 1) === -1;
      })
      .map(({ start, end }) => ({ text, sentence: { start, end } })),
  );
}

/** Measures whether single edits in real sentences are flagged when they may change what is said, and only then. */
export function measureSingleEdits(print: Print, revisions: readonly Revision[]): void {
  const random = createRandom(7);
  const cases = listCases(revisions);
  const inClaim: Tallies = new Map();
  const besideClaim: Tallies = new Map();
  const style: Tallies = new Map();
  for (const [index, { text, sentence }] of cases.entries()) {
    const before = createDraftText(text);
    const words = text.slice(sentence.start, sentence.end);
    for (const kind of materialEdits) {
      const edit = createEdit(text, sentence, kind, random);
      if (!edit) continue;
      const claim = placeClaimBeside(text, sentence, edit, random);
      const after = createDraftText(applyEdit(text, edit));
      const [whole, beside] = carrySpans(before, after, claim ? [sentence, claim] : [sentence]);
      const isMaterial = whole?.status === 'reworded' && whole.material;
      addToTally(inClaim, kind.name, isMaterial);
      if (!isMaterial && shouldPrintExamples)
        print(`    ${kind.name} ${whole?.status}: ${words} -> ${edit.text}`);
      if (!beside || !claim) continue;
      const isFlagged = 'contextChanges' in beside && beside.contextChanges.length > 0;
      addToTally(besideClaim, kind.name, isFlagged);
      if (!isFlagged && shouldPrintExamples)
        print(`    ${kind.name} ${beside.status}: [${text.slice(claim.start, claim.end)}] ${words}`);
    }
    const kind = styleEdits[index % styleEdits.length];
    const edit = kind && createEdit(text, sentence, kind, random);
    if (!edit) continue;
    const [whole] = carrySpans(before, createDraftText(applyEdit(text, edit)), [sentence]);
    const isRight = whole?.status === 'reworded' && !whole.material && whole.contextChanges.length === 0;
    addToTally(style, kind.name, isRight);
    if (!isRight && shouldPrintExamples) print(`    ${kind.name} ${JSON.stringify(whole)}: ${words}`);
  }
  print(`Single edits in ${cases.length} real sentences`);
  reportTotal(print, 'material, in the claim: flagged', inClaim, 100);
  reportTotal(print, 'material, beside the claim: flagged', besideClaim, 100);
  reportTotal(print, 'style only: not flagged', style, 98);
}

function reportTotal(print: Print, what: string, tallies: Tallies, bound: number): void {
  let [all, right] = [0, 0];
  for (const tally of tallies.values()) {
    all += tally.all;
    right += tally.right;
  }
  const beside = [...tallies].map(([kind, tally]) => `${kind} ${tally.right} of ${tally.all}`).join(', ');
  const value = (100 * right) / Math.max(1, all);
  reportAtLeast(print, { what, value, bound, digits: 2, unit: '%', beside });
}
