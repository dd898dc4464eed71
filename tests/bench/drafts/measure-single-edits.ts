import { carrySpans } from '../../../shared/drafts/locate/carry-span';
import type { Span } from '../../../shared/text/span';
import { type Revision, sentencesIn } from './measure-real-revisions';
import { draftOf, type Random, randomOf } from './draft-text';
import { type Print, reportAtLeast } from '../support/report-metrics';

/** One edit of a text: what stands at a span instead. */
interface SmallEdit {
  span: Span;
  text: string;
}

/** A kind of edit: what it replaces, and by what; null where it would change nothing. */
interface Edits {
  kind: string;
  found: RegExp;
  instead(words: string, random: Random): string | null;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

function another(list: readonly string[], word: string): string {
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

const dangerous: readonly Edits[] = [
  {
    kind: 'number',
    found: /\d/g,
    instead: (digit, random) => String((Number(digit) + 1 + random.below(9)) % 10),
  },
  {
    kind: 'name',
    found: /(?<=[a-z,] )[A-Z][a-z]{2,}(?=[ ,.])/g,
    instead: (name) => (months.includes(name) || days.includes(name) ? null : 'Solvane'),
  },
  { kind: 'date', found: new RegExp(months.join('|'), 'g'), instead: (month) => another(months, month) },
  { kind: 'weekday', found: new RegExp(days.join('|'), 'g'), instead: (day) => another(days, day) },
  {
    kind: 'unit',
    found: /\b(?:percent|million|billion|dollars|days|weeks|months|years|hours|minutes)\b|%|\$(?=\d)/g,
    instead: (unit) => units[unit] ?? null,
  },
  {
    kind: 'negation',
    found: /\b(?:is|are|was|were|can|will|would|should|has|have)\b(?! not)/g,
    instead: (verb) => `${verb} not`,
  },
  { kind: 'negation gone', found: / not(?= )/g, instead: () => '' },
];

const harmless: readonly Edits[] = [
  { kind: 'straight quotes', found: /[“”‘’]/g, instead: (sign) => (/[“”]/.test(sign) ? '"' : "'") },
  { kind: 'curly apostrophes', found: /(?<=[a-z])'(?=[a-z])/g, instead: () => '’' },
  { kind: 'two spaces', found: / /g, instead: () => '  ' },
  { kind: 'other dashes', found: / [–—] |—|–/g, instead: (dash) => dash.replace(/[–—]/, '-') },
  { kind: 'comma less', found: /(?<=[a-z]), (?=[a-z])/g, instead: () => ' ' },
  { kind: 'comma more', found: /(?<=[a-z]) (?=[a-z])/g, instead: () => ', ' },
];

function editIn(text: string, range: Span, edits: Edits, random: Random): SmallEdit | null {
  const found = [...text.slice(range.start, range.end).matchAll(edits.found)];
  const match = found[random.below(found.length)];
  if (!match) return null;
  const instead = edits.instead(match[0], random);
  if (instead === null) return null;
  const start = range.start + match.index;
  return { span: { start, end: start + match[0].length }, text: instead };
}

function edited(text: string, { span, text: instead }: SmallEdit): string {
  return text.slice(0, span.start) + instead + text.slice(span.end);
}

/** Words of a sentence on the larger side of an edit, beside it or some words away, as a claim. */
function claimBeside(text: string, sentence: Span, { span }: SmallEdit, random: Random): Span | null {
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

function count(tallies: Map<string, Tally>, kind: string, isRight: boolean): void {
  const tally = tallies.get(kind) ?? { all: 0, right: 0 };
  tallies.set(kind, { all: tally.all + 1, right: tally.right + (isRight ? 1 : 0) });
}

/** A sentence that stands once, with the text it stands in. */
interface Case {
  text: string;
  sentence: Span;
}

function casesOf(revisions: readonly Revision[]): Case[] {
  return revisions.flatMap(({ before: text }) =>
    sentencesIn(text)
      .filter(({ start, end }) => end - start >= 40)
      .filter(({ start, end }) => {
        const words = text.slice(start, end);
        return text.indexOf(words) === start && text.indexOf(words, start + 1) === -1;
      })
      .map(({ start, end }) => ({ text, sentence: { start, end } })),
  );
}

/** Single edits in real sentences: whether each is flagged that may change what is said, and none that can't. */
export function editFigures(print: Print, revisions: readonly Revision[]): void {
  const random = randomOf(7);
  const cases = casesOf(revisions);
  const [inside, around, style] = [
    new Map<string, Tally>(),
    new Map<string, Tally>(),
    new Map<string, Tally>(),
  ];
  for (const [index, { text, sentence }] of cases.entries()) {
    const before = draftOf(text);
    for (const edits of dangerous) {
      const edit = editIn(text, sentence, edits, random);
      if (!edit) continue;
      const claim = claimBeside(text, sentence, edit, random);
      const [whole, beside] = carrySpans(
        before,
        draftOf(edited(text, edit)),
        claim ? [sentence, claim] : [sentence],
      );
      count(inside, edits.kind, whole?.status === 'reworded' && whole.material);
      if (beside) count(around, edits.kind, 'context' in beside && beside.context.length > 0);
      if (process.env.STET_EXAMPLES && beside && !('context' in beside && beside.context.length > 0) && claim)
        print(
          `    ${edits.kind} ${beside.status}: [${text.slice(claim.start, claim.end)}] ${text.slice(sentence.start, sentence.end)}`,
        );
      if (process.env.STET_EXAMPLES && !(whole?.status === 'reworded' && whole.material))
        print(
          `    ${edits.kind} ${whole?.status}: ${text.slice(sentence.start, sentence.end)} -> ${edit.text}`,
        );
    }
    const edits = harmless[index % harmless.length];
    const edit = edits && editIn(text, sentence, edits, random);
    if (!edit) continue;
    const [whole] = carrySpans(before, draftOf(edited(text, edit)), [sentence]);
    const isRight = whole?.status === 'reworded' && !whole.material && whole.context.length === 0;
    count(style, edits.kind, isRight);
    if (process.env.STET_EXAMPLES && !isRight)
      print(`    ${edits.kind} ${JSON.stringify(whole)}: ${text.slice(sentence.start, sentence.end)}`);
  }
  print(`Single edits in ${cases.length} real sentences`);
  total(print, 'dangerous, in the claim: flagged as material', inside, 100);
  total(print, 'dangerous, beside it: told as context', around, 100);
  total(print, 'style alone: not flagged', style, 98);
}

function total(print: Print, what: string, tallies: Map<string, Tally>, bound: number): void {
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
