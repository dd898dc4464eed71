import { type Figure, getInterval, getLastPlace } from '../../reading/figures/figure';
import type { NumberLanguage } from '../../reading/figures/read-number';
import type { DraftText } from '../../text/draft-text';
import type { Span } from '../../text/span';
import type { Query } from '../query';
import { formatCalculated, type NumberText, quoteSpan, toPlaces } from './number-text';
import { type Item, listItems, type Phrase } from './phrase';

/*
 * Parts that do not add up to their total. One arithmetic for sentences: a figure and the like figures on one side of it, in its
 * sentence or in the ones beside it. Words such as "in all", "of the 52" or "the remaining" make them surely a total and its parts;
 * without them, the figures must be so close to a right sum that one slip explains the difference. Shares of one whole and the rows
 * of tables have files of their own.
 */

const some = (count: number) => `(?:[\\p{L}][\\p{L}'’.-]* ){0,${count}}`;
const compile = (pattern: string) => new RegExp(pattern, 'iu');

/** Words that make a figure a total, by where they stand. */
const totalWords: Record<
  Exclude<NumberLanguage, 'other'>,
  Record<'before' | 'behind' | 'split' | 'whole' | 'known' | 'ofWhich', RegExp>
> = {
  en: {
    /** Directly before a total, whose parts come before it: "for a total of". */
    before: compile(
      `(?<!\\p{L})(?:total(?:s|ed|ing|ling|led)?|sum|combined|altogether|in all|together|overall|(?:add(?:s|ed|ing)?|comes?|came|bring(?:s|ing)?|brought) (?:up |\\p{L}+ )?(?:\\p{L}+ )?to|making|makes|made|making it|or|that is|so that|giving (?:it|them|him|her|us)) ?,? ?${some(4)}$`,
    ),
    /** Behind a total: "in all". */
    behind: compile(
      `^ ?${some(4)}?,?(?: |^)(?:in all|in total|altogether|combined|together|overall|all told|all together)(?!\\p{L})`,
    ),
    /** Between a total and its parts: "made up of". */
    split: compile(
      '(?<!\\p{L})(?:consist\\p{L}*|made up|compris\\p{L}*|compos\\p{L}*|divid\\p{L}*|split|shar(?:ed|es|ing)|distribut\\p{L}*|spread|break\\p{L}* down|broken down|allocat\\p{L}*|namely)(?!\\p{L})|[:(—–]|(?<= )- ',
    ),
    /** Before a whole whose parts follow: "of the". */
    whole: compile(`(?:^|[,;:—–(“"] ?)(?:out )?of ${some(5)}$`),
    /** Between a whole and some parts of it: "of whom". */
    ofWhich: compile('(?<!\\p{L})(?:of|with) (?:which|whom|them|these|those)(?!\\p{L})'),
    /** Before a figure that was told in parts: "all 45", "the 2,200". */
    known: compile(`(?:^|(?<!\\p{L}))(?:all|the|those|these|its|their|\\p{L}+['’]s?)(?: \\p{L}+)? $|^["“]?$`),
  },
  de: {
    before: compile(
      `(?<!\\p{L})(?:insgesamt|zusammen\\p{L}*|gesamt\\p{L}*|summe|summieren|addieren|macht|machen|ergibt|ergeben|alles in allem|unterm strich) ?,? ?${some(4)}$`,
    ),
    behind: compile(`^ ?${some(3)}?(?:insgesamt|zusammen|in summe|alles in allem)(?!\\p{L})`),
    split: compile(
      '(?<!\\p{L})(?:besteh\\p{L}*|setz\\p{L}* sich|teil\\p{L}* sich|aufgeteilt|aufteil\\p{L}*|verteil\\p{L}*|glieder\\p{L}*|umfass\\p{L}*|nämlich)(?!\\p{L})|[:(—–]|(?<= )- ',
    ),
    ofWhich: compile('(?<!\\p{L})(?:davon|von denen|darunter)(?!\\p{L})'),
    whole: compile(`(?:^|[,;:—–(„"] ?)von ${some(4)}$`),
    known: compile(
      '(?:^|(?<!\\p{L}))(?:alle[nr]?|die|den|der|diese[nr]?|ihre[nr]?|seine[nr]?)(?: \\p{L}+)? $|^[„"»]?$',
    ),
  },
};

/** How far from the total the sum of parts may be, as shares of it: where words say that they are all its parts, and else. */
const saidBounds = { least: 0.6, most: 1.5 };
const placedBounds = { least: 0.85, most: 1.2 };

/** How much of the words beside a figure is looked at. */
const reach = 48;
/** How much of the words behind the last figure is looked at. */
const tail = 24;
/** The most sentences with figures that tell one sum, and the most text without any between two of them, in UTF-16 code units. */
const maxSentences = 3;
const maxBetween = 160;
/** The most like figures that are one list of parts. */
const maxParts = 12;

/** A total with its parts, and the bounds within which other figures would not be its parts. */
interface Sum {
  total: Figure;
  parts: Figure[];
  bounds: typeof saidBounds;
  /** Whether words say that they are a total and its parts. */
  isSaid: boolean;
}

/** A figure of several sentences, with what it counts. */
interface Part extends Item {
  phrase: Phrase;
  sentence: number;
  /** The unit, or the word of time that it counts; things are counted with any noun. */
  unit: string;
}

/** Raises a query for parts in sentences that do not add up to their total. */
export function findWrongTotals({ draft, phrases, language }: NumberText): Query[] {
  if (language === 'other') return [];
  const parts = phrases.map((phrase, sentence) => readParts(phrase, sentence));
  const readings = parts.flatMap((own, index) => {
    let [from, to] = [index, index];
    while (index - from < maxSentences - 1 && areClose(draft, phrases[from - 1], phrases[from])) from -= 1;
    while (to - index < maxSentences - 1 && areClose(draft, phrases[to], phrases[to + 1])) to += 1;
    const around = parts.slice(from, to + 1).flat();
    return own.flatMap((total) => {
      const like = around.filter((part) => part === total || isPartOf(part, total));
      return like.length < 3 ? [] : [{ like, total }];
    });
  });
  // Figures of a sum that is right belong to no other one.
  const right = new Set(readings.flatMap(({ like, total }) => findRight(like, total)));
  let lastEnd = 0;
  return readings.flatMap(({ like, total }): Query[] => {
    if (right.has(total.figure)) return [];
    const wrong = readSums(like, total, language).find((sum) => isWrongSum(sum));
    if (!wrong) return [];
    const spans = [wrong.total, ...wrong.parts];
    if (
      (!wrong.isSaid && wrong.parts.some((part) => right.has(part))) ||
      spans.some(({ start }) => start < lastEnd)
    )
      return [];
    lastEnd = Math.max(...spans.map(({ end }) => end));
    return [createSumQuery(draft, wrong.parts, wrong.total)];
  });
}

/** Whether two sentences with figures follow each other, with a short one without any between them at most. */
function areClose({ text }: DraftText, a: Span | undefined, b: Span | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    b.start - a.end < maxBetween &&
    !/\n\s*\n/.test(text.slice(a.end, b.start))
  );
}

const timeBehind =
  /^[ -](?:more )?(year|month|week|day|hour|minute|second|night|time|mile|jahr|monat|woche|tag|stunde|minute|sekunde|nacht|nächte|mal)(?:e?n|e?s|e)?(?!\p{L})/iu;

function readParts(phrase: Phrase, sentence: number): Part[] {
  // Points of a game are read as percentage points, and would leave the list incomplete.
  if (phrase.figures.some(({ kind }) => kind === 'points')) return [];
  return listItems(phrase).flatMap((item): Part[] => {
    const { kind, unit } = item.figure;
    if (kind !== 'number' && kind !== 'money' && kind !== 'measure') return [];
    const behind = phrase.encoded.slice(item.at + 1);
    if (kind === 'number' && /^[ -](?:years?|Jahre)[ -](?:old|alt)/iu.test(behind)) return [];
    const time = kind === 'number' ? timeBehind.exec(behind)?.[1]?.toLowerCase() : undefined;
    return [{ ...item, phrase, sentence, unit: `${kind} ${unit ?? time ?? ''}` }];
  });
}

/** Whether a figure can be a part of a total. "Seven hours, the drive three", "120 million" of an amount leave out their unit. */
function isPartOf(part: Part, total: Part): boolean {
  const [a, b] = [part.figure, total.figure];
  if (a.value <= 0) return false;
  if (part.unit === total.unit) return true;
  const isBare = part.unit === 'number ';
  return (
    isBare && ((b.kind === 'money' && a.scale > 1 && a.scale === b.scale) || /^number ./.test(total.unit))
  );
}

/** The most like figures on each side of a total in which a right sum is looked for. */
const maxSearched = 16;

/** The total and its parts where like figures that follow each other, or of a large total all but one of them, come to it. */
function findRight(like: readonly Part[], total: Part): Figure[] {
  const at = like.indexOf(total);
  const isLarge = total.figure.value >= manyDigits;
  for (const side of [
    like.slice(Math.max(0, at - maxSearched), at).reverse(),
    like.slice(at + 1, at + 1 + maxSearched),
  ])
    for (const [from] of side.entries())
      for (let to = from + 2; to <= side.length; to += 1) {
        // Small figures far from each other add up by chance.
        if (!isLarge && from > 0 && to - from < 3) continue;
        const run = side.slice(from, to).map(({ figure }) => figure);
        const shorter = isLarge && run.length > 2 ? run.map((one) => run.filter((part) => part !== one)) : [];
        const right = [run, ...shorter].find((parts) => isRightSum(parts, total.figure));
        if (right) return [total.figure, ...right];
      }
  return [];
}

/** Between a part and its whole: "of the". */
const partOf = /^(?: \p{L}+){0,2} (?:of|out of|der|von) (?:\p{L}+ )*$/u;

/** What may be the parts of a figure: the like figures behind it or before it, in one sentence and in several. */
function readSums(like: readonly Part[], total: Part, language: Exclude<NumberLanguage, 'other'>): Sum[] {
  const words = totalWords[language];
  const at = like.indexOf(total);
  const isNear = (part: Part, most: number) => Math.abs(part.sentence - total.sentence) <= most;
  const { encoded } = total.phrase;
  const own = like.filter(({ sentence }) => sentence === total.sentence);
  const [before, next] = [own[own.indexOf(total) - 1], own[own.indexOf(total) + 1]];
  const wordsBefore = encoded.slice(Math.max(before?.at ?? -1, total.at - reach - 1) + 1, total.at);
  const wordsBehind = encoded.slice(total.at + 1, Math.min(next?.at ?? encoded.length, total.at + reach));
  const isTotal = words.before.test(wordsBefore) || words.behind.test(wordsBehind);
  const sums: Sum[] = [];
  const add = (parts: readonly Part[], isBehind: boolean) => {
    if (parts.length < 2 || parts.length > maxParts) return;
    const told = tell(parts, total);
    if (notAllParts[language].test(told) || isPartOfPart(told)) return;
    const isAcross = parts.some(({ sentence }) => sentence !== total.sentence);
    const isSome = words.ofWhich.test(told) && !rest.test(told);
    const isSplit = words.split.test(wordsBehind) && isBehind && !isAcross && !isSome;
    const isKnown = words.known.test(wordsBefore) && !isBehind && isAcross;
    const isSaid =
      rest.test(told) ||
      isSplit ||
      (!isBehind && (isTotal || isKnown)) ||
      (isTotal && parts.length > 2) ||
      (isBehind &&
        (words.whole.test(wordsBefore) || (before !== undefined && parts.includes(before))) &&
        opposites.test(told));
    if (!isSaid && !standBeside(parts) && !opposites.test(told)) return;
    const isSure = rest.test(told) || (isSaid && parts.length > 2 && (isTotal || !isKnown));
    const bounds = isSure ? saidBounds : placedBounds;
    sums.push({ total: total.figure, parts: dropCount(parts.map(({ figure }) => figure)), bounds, isSaid });
  };
  // "Seven of the twelve jurors were women and six were men."
  if (before && next && opposites.test(encoded) && partOf.test(encoded.slice(before.at + 1, total.at)))
    add(
      own.filter((part) => part !== total && part.at >= before.at),
      true,
    );
  const [behind, ahead] = [like.slice(at + 1), like.slice(0, at)];
  for (const most of [0, 1, 2]) {
    add(
      behind.filter((part) => isNear(part, most)),
      true,
    );
    add(
      ahead.filter((part) => isNear(part, most)),
      false,
    );
  }
  // The sentence beside it alone: the figure's own one has others as well.
  add(
    behind.filter(({ sentence }) => sentence === total.sentence + 1),
    true,
  );
  add(
    ahead.filter(({ sentence }) => sentence === total.sentence - 1),
    false,
  );
  return sums;
}

/** The words around a total and its parts, from the first to the last of them. */
function tell(parts: readonly Part[], total: Part): string {
  const all = [...parts, total].sort((a, b) => a.figure.start - b.figure.start);
  const [first, last] = [all[0] ?? total, all.at(-1) ?? total];
  if (first.sentence === last.sentence)
    return first.phrase.encoded.slice(Math.max(0, first.at - 24), last.at + tail);
  const phrases = [...new Set(all.map(({ phrase }) => phrase))];
  return phrases
    .map((phrase) =>
      phrase === first.phrase
        ? phrase.encoded.slice(Math.max(0, first.at - 24))
        : phrase === last.phrase
          ? phrase.encoded.slice(0, last.at + tail)
          : phrase.encoded,
    )
    .join(' ¶ ');
}

const joints = /[,;(—–]|(?<!\p{L})(?:and|und|sowie|plus|but|aber|while|während)(?!\p{L})/u;

/** Whether parts stand in one sentence beside each other, or each begins a sentence of its own. */
function standBeside(parts: readonly Part[]): boolean {
  return parts.every((part, index) => {
    const before = parts[index - 1];
    if (!before) return true;
    if (before.phrase !== part.phrase) return true;
    return joints.test(part.phrase.encoded.slice(before.at + 1, part.at));
  });
}

/** "Three parts: 12, 15 and 20" begins with how many there are. */
function dropCount(parts: Figure[]): Figure[] {
  const count = parts.findIndex(
    ({ kind, value }, index) => index < 2 && kind === 'number' && value === parts.length - 1,
  );
  return count === -1 || parts.length < 3 ? parts : parts.filter((_, index) => index !== count);
}

const ofThem =
  /[\ue000-\uf8ff](?: \p{L}+)? (?:davon|of them|of those|of these|von ihnen|von diesen)(?!\p{L})/gu;
const anyFigure = /[\ue000-\uf8ff]/gu;

/** Whether the last part alone is said to be of something, so of the part before it: "71 voted yes, 60 of them from the left". */
function isPartOfPart(told: string): boolean {
  const signs = [...told.matchAll(anyFigure)];
  const found = [...told.matchAll(ofThem)];
  return found.length === 1 && found[0]?.index === signs.at(-1)?.index;
}

function isRightSum(parts: readonly Figure[], total: Figure): boolean {
  const sum = parts.reduce((so, { value }) => so + value, 0);
  return Math.abs(sum - total.value) <= getRounding(parts, total) + 1e-9;
}

/** Words with which parts are some of the whole only, or may overlap. */
const notAllParts: Record<NumberLanguage, RegExp> = {
  en: /(?<!\p{L})(?:including|includes?|such as|(?<!split |divided |shared |spread |distributed )among|at least|for example|e\.g\.|especially|notably|mostly|mainly|both|also|respectively|each|per|than|another|more|(?<!split |divided |shared |spread |distributed )between|up from|down from|up to)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:einschließlich|darunter|etwa|vor allem|zum beispiel|z\.\s?b\.|je|jeweils|auch|sowohl|pro|als|zwischen|mehr|weitere[rnms]?)(?!\p{L})/iu,
  other: /(?!)/u,
};

/** Two groups that are the whole together. */
const pairs = [
  ['women|girls|female', 'men|boys|male'],
  ['for|in favou?r|yes|approved|accepted', 'against|no|rejected|refused'],
  ['won|wins', 'lost|losses'],
  ['passed', 'failed'],
  ['frauen|mädchen|frau', 'männer|jungen|jungs|mann'],
  ['dafür|für|ja|angenommen|bewilligt', 'dagegen|gegen|nein|abgelehnt'],
  ['siege?n?', 'niederlagen?'],
];
const apart = '(?!\\p{L}).*(?<!\\p{L})';
const opposites = new RegExp(
  `(?<!\\p{L})(?:${pairs.map(([a, b]) => `(?:${a})${apart}(?:${b})|(?:${b})${apart}(?:${a})`).join('|')})(?!\\p{L})`,
  'iu',
);

/** Words that make the last part the rest of the whole. */
export const rest = /(?<!\p{L})(?:rest|remaining|remainder|others?|übrigen?|restlichen?|anderen?)(?!\p{L})/iu;

/** The smallest total that is checked; below it numbers count reasons and steps. */
const minTotal = 6;

/** Numbers below this are counted, and not rounded, even if they end in zeros. */
const minRounded = 1_000;
const minRoundedPlace = 100;

/** How far the sum of parts may be off because they and the total are rounded. */
export function getRounding(parts: readonly Figure[], total: Figure): number {
  const all = [...parts, total];
  if (all.every(({ step }) => step === 1)) {
    const place = Math.min(...all.map(getLastPlace));
    return total.value < minRounded || place < minRoundedPlace ? 0 : (all.length * place) / 2;
  }
  // "$1 million" in a list with "$2.5 million" is as exact as that; the total may be rounded by itself.
  const step = Math.min(...parts.map((part) => part.step));
  return total.step / 2 + (parts.length * step) / 2;
}

/** How far the sum may be off because of "about" and the like. */
function getVagueness(figures: readonly Figure[]): number {
  return figures
    .filter(({ bound }) => bound !== null)
    .map(getInterval)
    .reduce((sum, { low, high }) => sum + (high - low) / 2, 0);
}

/** A total from which on chance makes few right sums. */
const manyDigits = 100;

/** Whether parts do not add up to their total. */
function isWrongSum({ parts, total, bounds: { least, most }, isSaid }: Sum): boolean {
  const sum = parts.reduce((so, { value }) => so + value, 0);
  if (total.value < minTotal && total.scale === 1 && total.kind === 'number') return false;
  if (parts.length < 2 || parts.length === total.value || parts.some(({ value }) => value >= total.value))
    return false;
  if (sum < least * total.value || sum > most * total.value) return false;
  if (total.kind === 'number' && parts.some(({ step }) => step < total.step)) return false;
  const off = Math.abs(sum - total.value);
  if (off <= getRounding(parts, total) + getVagueness([...parts, total]) + 1e-9) return false;
  if (isSaid) return true;
  return parts.every(({ step }) => step === total.step) && isOneSlip(off, total);
}

/** Whether one changed digit, or two that changed places, explain a difference: 30, 0.4, 180. */
function isOneSlip(off: number, { step }: Figure): boolean {
  const digits = String(Math.round(off / step)).replace(/0+$/, '');
  return digits.length === 1 || (digits.length === 2 && Number(digits) % 9 === 0);
}

/** A query about parts that do not add up. The most parts that it quotes are eight. */
export function createSumQuery(draft: DraftText, parts: readonly Figure[], total: Figure): Query {
  const sum = parts.reduce((so, { value }) => so + value, 0);
  const decimals = Math.max(0, ...parts.map(({ step }) => Math.ceil(-Math.log10(step) - 1e-9)));
  const quoted = parts.slice(0, 8).map((part) => quoteSpan(draft, part));
  const added = `${quoted.join(' + ')}${parts.length > quoted.length ? ' + …' : ''}`;
  const explanation = `${added} is ${formatCalculated(sum, decimals)}, and the text has ${quoteSpan(draft, total)}.`;
  return { rule: 'total', places: toPlaces([...parts, total]), explanation };
}
