import { carrySpans } from '../../../shared/drafts/locate/carry-span';
import type { Span } from '../../../shared/text/span';
import { type Revision, listSentences } from './measure-real-revisions';
import { createDraftText, type Random, createRandom } from './draft-text';
import { type Print, reportAtLeast } from '../support/report-metrics';

/** One edit of a text: what stands at a span instead. */
interface SmallEdit {
  span: Span;
  text: string;
}

/** A kind of edit: what it replaces, and by what; null where it would change nothing. */
interface EditKind {
  name: string;
  pattern: RegExp;
  replace(words: string, random: Random): string | null;
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
  { name: 'negation gone', pattern: / not(?= )/g, replace: () => '' },
];

const styleEdits: readonly EditKind[] = [
  { name: 'straight quotes', pattern: /[“”‘’]/g, replace: (sign) => (/[“”]/.test(sign) ? '"' : "'") },
  { name: 'curly apostrophes', pattern: /(?<=[a-z])'(?=[a-z])/g, replace: () => '’' },
  { name: 'two spaces', pattern: / /g, replace: () => '  ' },
  { name: 'other dashes', pattern: / [–—] |—|–/g, replace: (dash) => dash.replace(/[–—]/, '-') },
  { name: 'comma less', pattern: /(?<=[a-z]), (?=[a-z])/g, replace: () => ' ' },
  { name: 'comma more', pattern: /(?<=[a-z]) (?=[a-z])/g, replace: () => ', ' },
];

function createEdit(text: string, range: Span, edits: EditKind, random: Random): SmallEdit | null {
  const found = [...text.slice(range.start, range.end).matchAll(edits.pattern)];
  const match = found[random.below(found.length)];
  if (!match) return null;
  const instead = edits.replace(match[0], random);
  if (instead === null) return null;
  const start = range.start + match.index;
  return { span: { start, end: start + match[0].length }, text: instead };
}

function applyEdit(text: string, { span, text: instead }: SmallEdit): string {
  return text.slice(0, span.start) + instead + text.slice(span.end);
}

/** Words of a sentence on the larger side of an edit, beside it or some words away, as a claim. */
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

interface Tally {
  all: number;
  right: number;
}

function addToTally(tallies: Map<string, Tally>, kind: string, isRight: boolean): void {
  const tally = tallies.get(kind) ?? { all: 0, right: 0 };
  tallies.set(kind, { all: tally.all + 1, right: tally.right + (isRight ? 1 : 0) });
}

/** A sentence that stands once, with the text it stands in. */
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

/** Single edits in real sentences: whether each is flagged that may change what is said, and none that can't. */
export function measureSingleEdits(print: Print, revisions: readonly Revision[]): void {
  const random = createRandom(7);
  const cases = listCases(revisions);
  const [inside, around, style] = [
    new Map<string, Tally>(),
    new Map<string, Tally>(),
    new Map<string, Tally>(),
  ];
  for (const [index, { text, sentence }] of cases.entries()) {
    const before = createDraftText(text);
    for (const edits of materialEdits) {
      const edit = createEdit(text, sentence, edits, random);
      if (!edit) continue;
      const claim = placeClaimBeside(text, sentence, edit, random);
      const [whole, beside] = carrySpans(
        before,
        createDraftText(applyEdit(text, edit)),
        claim ? [sentence, claim] : [sentence],
      );
      addToTally(inside, edits.name, whole?.status === 'reworded' && whole.material);
      if (beside) addToTally(around, edits.name, 'context' in beside && beside.context.length > 0);
      if (process.env.STET_EXAMPLES && beside && !('context' in beside && beside.context.length > 0) && claim)
        print(
          `    ${edits.name} ${beside.status}: [${text.slice(claim.start, claim.end)}] ${text.slice(sentence.start, sentence.end)}`,
        );
      if (process.env.STET_EXAMPLES && !(whole?.status === 'reworded' && whole.material))
        print(
          `    ${edits.name} ${whole?.status}: ${text.slice(sentence.start, sentence.end)} -> ${edit.text}`,
        );
    }
    const edits = styleEdits[index % styleEdits.length];
    const edit = edits && createEdit(text, sentence, edits, random);
    if (!edit) continue;
    const [whole] = carrySpans(before, createDraftText(applyEdit(text, edit)), [sentence]);
    const isRight = whole?.status === 'reworded' && !whole.material && whole.context.length === 0;
    addToTally(style, edits.name, isRight);
    if (process.env.STET_EXAMPLES && !isRight)
      print(`    ${edits.name} ${JSON.stringify(whole)}: ${text.slice(sentence.start, sentence.end)}`);
  }
  print(`Single edits in ${cases.length} real sentences`);
  reportTotal(print, 'dangerous, in the claim: flagged as material', inside, 100);
  reportTotal(print, 'dangerous, beside it: told as context', around, 100);
  reportTotal(print, 'style alone: not flagged', style, 98);
}

function reportTotal(print: Print, what: string, tallies: Map<string, Tally>, bound: number): void {
  let [all, right] = [0, 0];
  for (const tally of tallies.values()) {
    all += tally.all;
    right += tally.right;
  }
  const beside = [...tallies].map(([kind, tally]) => `${kind} ${tally.right} of ${tally.all}`).join(', ');
  reportAtLeast(print, {
    what,
    value: (100 * right) / Math.max(1, all),
    bound,
    digits: 2,
    unit: '%',
    beside,
  });
}
