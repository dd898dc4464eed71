import { type Figure, getInterval, getLastPlace } from '#shared/reading/figure.ts';
import type { NumberLanguage } from '#shared/reading/read-number.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { Query } from '../base/query.ts';
import { formatCalculated, type NumberText, quoteSpan, toPlaces } from './number-text.ts';
import { type Item, listItems, type Phrase } from './phrase.ts';

/*
 * Finds parts that do not add up to their total, in sentences: a figure and the like figures on one side of it, in the same or
 * neighbouring sentences. Words such as "in all", "of the 52" or "the remaining" state that they are a total and its parts.
 * Without such words, the sum has to be so close that one slip explains the difference.
 */

const some = (count: number) => `(?:[\\p{sc=Latn}][\\p{sc=Latn}'’.-]* ){0,${count}}`;
const compile = (pattern: string) => new RegExp(pattern, 'iu');

/** Words that mark a figure as a total, by where they stand. */
const totalWords: Record<
  Exclude<NumberLanguage, 'other'>,
  Record<'before' | 'behind' | 'split' | 'whole' | 'known' | 'ofWhich', RegExp>
> = {
  en: {
    /** Directly before a total, whose parts come before it: "for a total of". */
    before: compile(
      `(?<!\\p{sc=Latn})(?:total(?:s|ed|ing|ling|led)?|sum|combined|altogether|in all|together|overall|(?:add(?:s|ed|ing)?|comes?|came|bring(?:s|ing)?|brought) (?:up |\\p{sc=Latn}+ )?(?:\\p{sc=Latn}+ )?to|making|makes|made|making it|or|that is|so that|giving (?:it|them|him|her|us)) ?,? ?${some(4)}$`,
    ),
    /** Behind a total: "in all". */
    behind: compile(
      `^ ?${some(4)}?,?(?: |^)(?:in all|in total|altogether|combined|together|overall|all told|all together)(?!\\p{sc=Latn})`,
    ),
    /** Between a total and its parts: "made up of". */
    split: compile(
      '(?<!\\p{sc=Latn})(?:consist\\p{sc=Latn}*|made up|compris\\p{sc=Latn}*|compos\\p{sc=Latn}*|divid\\p{sc=Latn}*|split|shar(?:ed|es|ing)|distribut\\p{sc=Latn}*|spread|break\\p{sc=Latn}* down|broken down|allocat\\p{sc=Latn}*|namely)(?!\\p{sc=Latn})|[:(—–]|(?<= )- ',
    ),
    /** Before a whole whose parts follow: "of the". */
    whole: compile(`(?:^|[,;:—–(“"] ?)(?:out )?of ${some(5)}$`),
    /** Between a whole and some parts of it: "of whom". */
    ofWhich: compile('(?<!\\p{sc=Latn})(?:of|with) (?:which|whom|them|these|those)(?!\\p{sc=Latn})'),
    /** Before a total whose parts the text has already given: "all 45", "the 2,200". */
    known: compile(
      `(?:^|(?<!\\p{sc=Latn}))(?:all|the|those|these|its|their|\\p{sc=Latn}+['’]s?)(?: \\p{sc=Latn}+)? $|^["“]?$`,
    ),
  },
  de: {
    before: compile(
      `(?<!\\p{sc=Latn})(?:insgesamt|zusammen\\p{sc=Latn}*|gesamt\\p{sc=Latn}*|summe|summieren|addieren|macht|machen|ergibt|ergeben|alles in allem|unterm strich) ?,? ?${some(4)}$`,
    ),
    behind: compile(`^ ?${some(3)}?(?:insgesamt|zusammen|in summe|alles in allem)(?!\\p{sc=Latn})`),
    split: compile(
      '(?<!\\p{sc=Latn})(?:besteh\\p{sc=Latn}*|setz\\p{sc=Latn}* sich|teil\\p{sc=Latn}* sich|aufgeteilt|aufteil\\p{sc=Latn}*|verteil\\p{sc=Latn}*|glieder\\p{sc=Latn}*|umfass\\p{sc=Latn}*|nämlich)(?!\\p{sc=Latn})|[:(—–]|(?<= )- ',
    ),
    ofWhich: compile('(?<!\\p{sc=Latn})(?:davon|von denen|darunter)(?!\\p{sc=Latn})'),
    whole: compile(`(?:^|[,;:—–(„"] ?)von ${some(4)}$`),
    known: compile(
      '(?:^|(?<!\\p{sc=Latn}))(?:alle[nr]?|die|den|der|diese[nr]?|ihre[nr]?|seine[nr]?)(?: \\p{sc=Latn}+)? $|^[„"»]?$',
    ),
  },
};

/** How far the sum of parts may be from the total, as shares of the total. The first bounds are for parts that words state. */
const statedBounds = { least: 0.6, most: 1.5 };
const impliedBounds = { least: 0.85, most: 1.2 };

/** How much text beside a figure is read, in UTF-16 code units. */
const reach = 48;
/** How much text behind the last figure is read, in UTF-16 code units. */
const tail = 24;
/** The figures of one sum stand in at most this many sentences with figures. */
const maxSentences = 3;
/** The most text without figures between two such sentences, in UTF-16 code units. */
const maxBetween = 160;
/** The most parts of one total. */
const maxParts = 12;

/** A total with its possible parts. A sum outside the bounds shows that they are not its parts. */
interface Sum {
  total: Figure;
  parts: Figure[];
  bounds: typeof statedBounds;
  /** Whether words state that they are a total and its parts. */
  isStated: boolean;
}

/** A figure, its sentence, and what it counts. */
interface Part extends Item {
  phrase: Phrase;
  sentence: number;
  /** The unit, or the unit of time in the words behind it. The nouns of counted things are not compared. */
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
  // A figure of a correct sum belongs to no other sum.
  const right = new Set(readings.flatMap(({ like, total }) => findRight(like, total)));
  let lastEnd = 0;
  return readings.flatMap(({ like, total }): Query[] => {
    if (right.has(total.figure)) return [];
    const wrong = readSums(like, total, language).find((sum) => isWrongSum(sum));
    if (!wrong) return [];
    const spans = [wrong.total, ...wrong.parts];
    if (
      (!wrong.isStated && wrong.parts.some((part) => right.has(part))) ||
      spans.some(({ start }) => start < lastEnd)
    )
      return [];
    lastEnd = Math.max(...spans.map(({ end }) => end));
    return [createSumQuery(draft, wrong.parts, wrong.total)];
  });
}

/** Whether two sentences with figures stand in one paragraph, with little text between them. */
function areClose({ text }: DraftText, a: Span | undefined, b: Span | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    b.start - a.end < maxBetween &&
    !/\n\s*\n/.test(text.slice(a.end, b.start))
  );
}

const timeBehind =
  /^[ -](?:more )?(year|month|week|day|hour|minute|second|night|time|mile|jahr|monat|woche|tag|stunde|minute|sekunde|nacht|nächte|mal)(?:e?n|e?s|e)?(?!\p{sc=Latn})/iu;

function readParts(phrase: Phrase, sentence: number): Part[] {
  // Points of a game are read as percentage points, so a list with them would be incomplete.
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

/** Whether a figure can be a part of a total. A part may leave out its unit: "seven hours, the drive three". */
function isPartOf(part: Part, total: Part): boolean {
  const [a, b] = [part.figure, total.figure];
  if (a.value <= 0) return false;
  if (part.unit === total.unit) return true;
  const isBare = part.unit === 'number ';
  return (
    isBare && ((b.kind === 'money' && a.scale > 1 && a.scale === b.scale) || /^number ./.test(total.unit))
  );
}

/** The most like figures on each side of a total that are searched for a correct sum. */
const maxSearched = 16;

/**
 * Finds like figures in a row that add up to a total, and returns them with it. One figure of the row may be left out for a large
 * total. Empty where none do.
 */
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
const partOf = /^(?: \p{sc=Latn}+){0,2} (?:of|out of|der|von) (?:\p{sc=Latn}+ )*$/u;

/** Lists the possible parts of a figure: the like figures behind it or before it, in one sentence and in several. */
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
    const passage = getPassage(parts, total);
    if (notAllParts[language].test(passage) || isPartOfPart(passage)) return;
    const isAcross = parts.some(({ sentence }) => sentence !== total.sentence);
    const isSome = words.ofWhich.test(passage) && !rest.test(passage);
    const isSplit = words.split.test(wordsBehind) && isBehind && !isAcross && !isSome;
    const isKnown = words.known.test(wordsBefore) && !isBehind && isAcross;
    const isStated =
      rest.test(passage) ||
      isSplit ||
      (!isBehind && (isTotal || isKnown)) ||
      (isTotal && parts.length > 2) ||
      (isBehind &&
        (words.whole.test(wordsBefore) || (before !== undefined && parts.includes(before))) &&
        namesOpposites(passage));
    if (!isStated && !standBeside(parts) && !namesOpposites(passage)) return;
    const isSure = rest.test(passage) || (isStated && parts.length > 2 && (isTotal || !isKnown));
    const bounds = isSure ? statedBounds : impliedBounds;
    sums.push({ total: total.figure, parts: dropCount(parts.map(({ figure }) => figure)), bounds, isStated });
  };
  // "Seven of the twelve jurors were women and six were men."
  if (before && next && namesOpposites(encoded) && partOf.test(encoded.slice(before.at + 1, total.at)))
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
  // Only the neighbouring sentence, because the total's own one may have other figures.
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

/** The text around a total and its parts, from the first to the last of them. */
function getPassage(parts: readonly Part[], total: Part): string {
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

const joints = /[,;(—–]|(?<!\p{sc=Latn})(?:and|und|sowie|plus|but|aber|while|während)(?!\p{sc=Latn})/u;

/** Whether only words that join a list stand between parts of one sentence. */
function standBeside(parts: readonly Part[]): boolean {
  return parts.every((part, index) => {
    const before = parts[index - 1];
    if (!before) return true;
    if (before.phrase !== part.phrase) return true;
    return joints.test(part.phrase.encoded.slice(before.at + 1, part.at));
  });
}

/** Leaves out the number of parts: the "three" of "three parts: 12, 15 and 20". */
function dropCount(parts: Figure[]): Figure[] {
  const count = parts.findIndex(
    ({ kind, value }, index) => index < 2 && kind === 'number' && value === parts.length - 1,
  );
  return count === -1 || parts.length < 3 ? parts : parts.filter((_, index) => index !== count);
}

const ofThem =
  /[\ue000-\uf8ff](?: \p{sc=Latn}+)? (?:davon|of them|of those|of these|von ihnen|von diesen)(?!\p{sc=Latn})/gu;
const anyFigure = /[\ue000-\uf8ff]/gu;

/** Whether the last part is a part of the one before it: "71 voted yes, 60 of them from the left". */
function isPartOfPart(passage: string): boolean {
  const signs = [...passage.matchAll(anyFigure)];
  const found = [...passage.matchAll(ofThem)];
  return found.length === 1 && found[0]?.index === signs.at(-1)?.index;
}

function isRightSum(parts: readonly Figure[], total: Figure): boolean {
  const sum = parts.reduce((subtotal, { value }) => subtotal + value, 0);
  return Math.abs(sum - total.value) <= getRounding(parts, total) + 1e-9;
}

/** Words that show that the parts are incomplete, or may overlap. */
const notAllParts: Record<NumberLanguage, RegExp> = {
  en: /(?<!\p{sc=Latn})(?:including|includes?|such as|(?<!split |divided |shared |spread |distributed )among|at least|for example|e\.g\.|especially|notably|mostly|mainly|both|also|respectively|each|per|than|another|more|(?<!split |divided |shared |spread |distributed )between|up from|down from|up to)(?!\p{sc=Latn})/iu,
  de: /(?<!\p{sc=Latn})(?:einschließlich|darunter|etwa|vor allem|zum beispiel|z\.\s?b\.|je|jeweils|auch|sowohl|pro|als|zwischen|mehr|weitere[rnms]?)(?!\p{sc=Latn})/iu,
  other: /(?!)/u,
};

/** Words for two groups that make up the whole together. */
const opposites = [
  ['women girls female', 'men boys male'],
  ['for favour favor yes approved accepted', 'against no rejected refused'],
  ['won wins', 'lost losses'],
  ['passed', 'failed'],
  ['frauen mädchen frau', 'männer jungen jungs mann'],
  ['dafür für ja angenommen bewilligt', 'dagegen gegen nein abgelehnt'],
  ['sieg siege siegen', 'niederlage niederlagen'],
].map((pair) => pair.map((words) => words.split(' ')));

/** Whether a text names two groups that make up a whole. A pattern for all of them would take a quarter of a second to compile. */
function namesOpposites(text: string): boolean {
  const named = new Set(text.toLowerCase().match(/\p{L}+/gu));
  return opposites.some((pair) => pair.every((words) => words.some((word) => named.has(word))));
}

/** Words that mark the last part as the rest of the whole. */
export const rest =
  /(?<!\p{sc=Latn})(?:rest|remaining|remainder|others?|übrigen?|restlichen?|anderen?)(?!\p{sc=Latn})/iu;

/** The smallest total that is checked. Smaller numbers often count reasons or steps. */
const minTotal = 6;

/** Smaller numbers are exact, even if they end in zeros. */
const minRounded = 1_000;
const minRoundedPlace = 100;

/** How far the sum of parts may be off because they and the total are rounded. */
export function getRounding(parts: readonly Figure[], total: Figure): number {
  const all = [...parts, total];
  if (all.every(({ step }) => step === 1)) {
    const place = Math.min(...all.map(getLastPlace));
    return total.value < minRounded || place < minRoundedPlace ? 0 : (all.length * place) / 2;
  }
  // "$1 million" beside "$2.5 million" is as exact as its neighbour. The total may be rounded differently.
  const step = Math.min(...parts.map((part) => part.step));
  return total.step / 2 + (parts.length * step) / 2;
}

/** How far the sum may be off because of words such as "about". */
function getVagueness(figures: readonly Figure[]): number {
  return figures
    .filter(({ bound }) => bound !== null)
    .map(getInterval)
    .reduce((sum, { low, high }) => sum + (high - low) / 2, 0);
}

/** Few sums are right by chance for totals from this number on. */
const manyDigits = 100;

/** Whether parts do not add up to their total. */
function isWrongSum({ parts, total, bounds: { least, most }, isStated }: Sum): boolean {
  const sum = parts.reduce((subtotal, { value }) => subtotal + value, 0);
  if (total.value < minTotal && total.scale === 1 && total.kind === 'number') return false;
  if (parts.length < 2 || parts.length === total.value || parts.some(({ value }) => value >= total.value))
    return false;
  if (sum < least * total.value || sum > most * total.value) return false;
  if (total.kind === 'number' && parts.some(({ step }) => step < total.step)) return false;
  const off = Math.abs(sum - total.value);
  if (off <= getRounding(parts, total) + getVagueness([...parts, total]) + 1e-9) return false;
  if (isStated) return true;
  return parts.every(({ step }) => step === total.step) && isOneSlip(off, total);
}

/** Whether one changed digit, or two that changed places, explain a difference: 30, 0.4, 180. */
function isOneSlip(off: number, { step }: Figure): boolean {
  const digits = String(Math.round(off / step)).replace(/0+$/, '');
  return digits.length === 1 || (digits.length === 2 && Number(digits) % 9 === 0);
}

/** A query about parts that do not add up. It quotes at most eight of them. */
export function createSumQuery(draft: DraftText, parts: readonly Figure[], total: Figure): Query {
  const sum = parts.reduce((subtotal, { value }) => subtotal + value, 0);
  const decimals = Math.max(0, ...parts.map(({ step }) => Math.ceil(-Math.log10(step) - 1e-9)));
  const quoted = parts.slice(0, 8).map((part) => quoteSpan(draft, part));
  const added = `${quoted.join(' + ')}${parts.length > quoted.length ? ' + …' : ''}`;
  const explanation = `${added} is ${formatCalculated(sum, decimals)}, and the text has ${quoteSpan(draft, total)}.`;
  return { rule: 'total', places: toPlaces([...parts, total]), explanation };
}
