import type { DraftText } from '../../text/draft-text';
import type { Span } from '../../text/span';
import type { Query } from '../query';
import { formatCalculated, type NumberText, quoteSpan } from './number-text';
import { type Figure, getInterval, getLastPlace } from './parse/figure';
import { getSignClass, type Item, listItems, type Phrase, readPhrase } from './parse/phrase';
import type { NumberLanguage } from './parse/read-number';

/*
 * Parts that do not add up to their total. One arithmetic for sentences: a figure is a total by the words beside it ("in all", "of
 * the 52", "made up of"), and its parts are the like figures on one side of it. Shares of one whole and the rows of tables have
 * rules of their own.
 */

/** Words that make a figure a total, and how they do. */
interface TotalWords {
  /** Directly before a total, whose parts come before it: "for a total of". */
  before: RegExp;
  /** Behind a total: "in all". */
  behind: RegExp;
  /** Between a total and its parts: "made up of". */
  split: RegExp;
  /** Before a whole whose parts follow: "of the". */
  wholeBefore: RegExp;
  /** Between a whole and parts of it: "of whom". */
  ofWhich: RegExp;
}

const some = (count: number) => `(?:[\\p{L}][\\p{L}'’.-]* ){0,${count}}`;
const compile = (pattern: string) => new RegExp(pattern, 'iu');

const totalWords: Record<Exclude<NumberLanguage, 'other'>, TotalWords> = {
  en: {
    before: compile(
      `(?<!\\p{L})(?:total(?:s|ed|ing|ling|led)?|sum|combined|altogether|in all|together|overall|(?:add(?:s|ed|ing)?|comes?|came|bring(?:s|ing)?|brought) (?:up |\\p{L}+ )?(?:\\p{L}+ )?to|making|makes|made|making it|or|that is|which makes|giving (?:it|them|him|her|us)) ?,? ?${some(4)}$`,
    ),
    behind: compile(
      `^ ?${some(4)}?(?:in all|in total|altogether|combined|together|overall|all told|all together)(?!\\p{L})`,
    ),
    split: compile(
      '(?<!\\p{L})(?:consist\\p{L}*|made up|compris\\p{L}*|compos\\p{L}*|divid\\p{L}*|split|shar(?:ed|es|ing)|distribut\\p{L}*|spread|break\\p{L}* down|broken down|allocat\\p{L}*|namely)(?!\\p{L})|[:(—–]|(?<= )- ',
    ),
    wholeBefore: compile(`(?:^|[,;:—–(“"] ?)(?:out )?of ${some(5)}$`),
    ofWhich: compile('(?<!\\p{L})(?:of|with) (?:which|whom|them|these|those)(?!\\p{L})'),
  },
  de: {
    before: compile(
      `(?<!\\p{L})(?:insgesamt|zusammen\\p{L}*|gesamt\\p{L}*|summe|summieren|addieren|macht|machen|ergibt|ergeben|alles in allem|unterm strich) ?,? ?${some(4)}$`,
    ),
    behind: compile(`^ ?${some(3)}?(?:insgesamt|zusammen|in summe|alles in allem)(?!\\p{L})`),
    split: compile(
      '(?<!\\p{L})(?:besteh\\p{L}*|setz\\p{L}* sich|teil\\p{L}* sich|aufgeteilt|aufteil\\p{L}*|verteil\\p{L}*|glieder\\p{L}*|umfass\\p{L}*|nämlich)(?!\\p{L})|[:(—–]|(?<= )- ',
    ),
    wholeBefore: compile(`(?:^|[,;:—–(„"] ?)von ${some(4)}$`),
    ofWhich: compile('(?<!\\p{L})(?:davon|von denen|darunter)(?!\\p{L})'),
  },
};

/** How far from the total the sum of parts may be, as shares of it, where the words say that they are all, and else. */
const wholeBounds = { least: 0.6, most: 1.5 };
const openBounds = { least: 0.9, most: 1.25 };

/** The same where nothing but their place makes figures parts of another one. */
const closeBounds = { least: 0.85, most: 1.15 };

/** Whether a statement about a total is followed by a list to the end of the sentence. */
function isEnumerated(between: string, behind: string): boolean {
  return (
    /^(?: \p{L}+){3,8}, $/u.test(between.replace(/(?:\p{L}+ ){0,1}$/u, '')) &&
    /^(?: [\p{L}-]+){0,4}[.!?]?$/u.test(behind)
  );
}

/** Longest words between two parts of one list, in characters. */
const maxBetween = 75;
/** How much of the words beside a figure is looked at. */
const reach = 48;

/** Raises a query for parts that do not add up to their total: in sentences, in shares of one whole, and in tables and lists of blocks. */
export function findWrongTotals(numbers: NumberText): Query[] {
  return [...findWrongSums(numbers), ...findWrongShares(numbers), ...findWrongTables(numbers)];
}

/** A total with its parts, and the bounds within which other figures would not be its parts. */
interface Sum {
  total: Figure;
  parts: Figure[];
  bounds: typeof wholeBounds;
}

function findWrongSums({ draft, phrases, language }: NumberText): Query[] {
  if (language === 'other') return [];
  const words = totalWords[language];
  return phrases.flatMap((phrase, index): Query[] => {
    // Points of a game are read as percentage points, and would leave the list incomplete.
    if (phrase.figures.some(({ kind }) => kind === 'points')) return [];
    const items = listItems(phrase).filter(({ figure: { kind } }) => isCounted(kind));
    const before = phrases[index - 1];
    const earlier = before && areNeighbours(draft, before, phrase) ? before : null;
    const sums = items.flatMap((item) => readSums(phrase, items, item, words, earlier));
    // Parts that add up in one reading of the sentence are right.
    const isRight = sums.some(({ parts, total }) => parts.length > 1 && isRightSum(parts, total));
    const wrong = sums.find(({ parts, total, bounds }) => isWrongSum(parts, total, bounds));
    return !isRight && wrong ? [createSumQuery(draft, wrong.parts, wrong.total)] : [];
  });
}

function isCounted(kind: Figure['kind']): boolean {
  return kind === 'number' || kind === 'money' || kind === 'measure';
}

/** What may be the parts of a figure, by the words around it. */
function readSums(
  phrase: Phrase,
  items: readonly Item[],
  total: Item,
  words: TotalWords,
  earlier: Phrase | null,
): Sum[] {
  const { encoded } = phrase;
  const at = items.indexOf(total);
  const [before, behind] = [items.slice(0, at), items.slice(at + 1)];
  const wordsBefore = encoded.slice(Math.max(before.at(-1)?.at ?? -1, total.at - reach - 1) + 1, total.at);
  const wordsBehind = encoded.slice(
    total.at + 1,
    Math.min(behind[0]?.at ?? encoded.length, total.at + reach),
  );
  const isTotal = words.before.test(wordsBefore) || words.behind.test(wordsBehind);
  const sums: Sum[] = [];
  const add = (parts: readonly Item[], bounds: Sum['bounds'], told: string) => {
    if (parts.length < 2 || notAllParts[phrase.language].test(told) || isPartOfPart(told)) return;
    sums.push({ total: total.figure, parts: dropCount(parts.map(({ figure }) => figure)), bounds });
  };
  if (isTotal && before.length > 0) {
    const list = takeList(encoded, [...before].reverse()).reverse();
    add(list, wholeBounds, encoded.slice(list[0]?.at ?? 0, total.at + reach));
    if (earlier && list.length === before.length && list.length < 2)
      add(
        [...listCounted(earlier), ...list],
        wholeBounds,
        earlier.encoded + encoded.slice(0, total.at + reach),
      );
  }
  if (isTotal && before.length === 0 && earlier)
    add(listCounted(earlier), wholeBounds, earlier.encoded + encoded.slice(0, total.at + 1));
  const [first] = behind;
  if (!first) return sums;
  const between = encoded.slice(total.at + 1, first.at);
  const list = takeList(encoded, behind);
  const told = encoded.slice(Math.max(0, total.at - 12), (list.at(-1)?.at ?? total.at) + reach);
  const isWhole = words.wholeBefore.test(wordsBefore);
  const isSome = isWhole || words.ofWhich.test(told);
  const bounds = isSome && !rest.test(told) ? openBounds : wholeBounds;
  const isSplit = words.split.test(between) || (isTotal && /,/.test(between)) || isBracketed(encoded, list);
  if (isSplit || isSome) add(list, isSplit && !isSome ? wholeBounds : bounds, told);
  else if (
    opposites.test(told) &&
    /^[^,]{0,60}(?:[,—–-]|(?:had|has|have|with|hat|hatte|haben|zählt) )/u.test(between)
  )
    add(list, openBounds, told);
  // "Twelve people were hurt, seven passengers and four of the crew."
  else if (
    isEnumerated(between, encoded.slice((list.at(-1) ?? total).at + 1)) &&
    list.length === behind.length
  )
    add(list, closeBounds, told);
  const part = before.at(-1);
  if (
    part &&
    opposites.test(encoded) &&
    /^(?: \p{L}+){0,2} (?:of|out of|der|von) (?:\p{L}+ )*$/u.test(encoded.slice(part.at + 1, total.at))
  )
    add([part, ...list], openBounds, encoded.slice(part.at));
  return sums;
}

function listCounted(phrase: Phrase): Item[] {
  return listItems(phrase).filter(({ figure: { kind } }) => isCounted(kind));
}

/** The first items that stand close enough to each other to be one list. */
function takeList(encoded: string, items: readonly Item[]): Item[] {
  const end = items.findIndex((item, index) => {
    const before = items[index - 1];
    if (!before) return false;
    const between = encoded.slice(Math.min(before.at, item.at) + 1, Math.max(before.at, item.at));
    return (
      between.length > maxBetween ||
      !/[,;(—–:]|(?<!\p{L})(?:and|und|sowie|plus|but|aber|while|während)(?!\p{L})/u.test(between)
    );
  });
  return items.slice(0, end === -1 ? items.length : end);
}

/** Whether each part stands in brackets behind its name: "a school (12), a clinic (8) and a park (5)". */
function isBracketed(encoded: string, items: readonly Item[]): boolean {
  return items.length > 1 && items.every(({ at }) => encoded.charAt(at - 1) === '(');
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
const rest = /(?<!\p{L})(?:rest|remaining|remainder|others?|übrigen?|restlichen?|anderen?)(?!\p{L})/iu;

/** The smallest total that is checked; below it numbers count reasons and steps. */
const minTotal = 6;

/** Numbers below this are counted, and not rounded, even if they end in zeros. */
const minRounded = 1_000;
const minRoundedPlace = 100;

/** How far the sum of parts may be off because they and the total are rounded. */
function getRounding(parts: readonly Figure[], total: Figure): number {
  const all = [...parts, total];
  if (all.every(({ step }) => step === 1)) {
    const place = Math.min(...all.map(getLastPlace));
    return total.value < minRounded || place < minRoundedPlace ? 0 : (all.length * place) / 2;
  }
  // "$1 million" in a list with "$2.5 million" is as exact as that; the total may be rounded by itself.
  const step = Math.min(...parts.map((part) => part.step));
  return total.step / 2 + (parts.length * step) / 2;
}

/** Whether a number can be a part of a total. "120 million" is one of an amount of money. */
function isPartOf({ kind, unit, scale, value }: Figure, total: Figure): boolean {
  const leavesOutUnit = kind === 'number' && scale > 1 && scale === total.scale && total.kind === 'money';
  return value > 0 && ((kind === total.kind && unit === total.unit) || leavesOutUnit);
}

/** How far the sum may be off because of "about" and the like. */
function getVagueness(figures: readonly Figure[]): number {
  return figures
    .filter(({ bound }) => bound !== null)
    .map(getInterval)
    .reduce((sum, { low, high }) => sum + (high - low) / 2, 0);
}

/**
 * Whether parts do not add up to their total. `least` and `most` bound their sum as shares of the total: beyond them the numbers
 * are no parts of it.
 */
function isWrongSum(
  parts: readonly Figure[],
  total: Figure,
  { least, most }: { least: number; most: number },
): boolean {
  const sum = parts.reduce((so, { value }) => so + value, 0);
  const isAlike = parts.every((part) => isPartOf(part, total));
  if (
    !isAlike ||
    total.value < minTotal ||
    parts.length === total.value ||
    parts.some(({ value }) => value >= total.value)
  )
    return false;
  if (sum < least * total.value || sum > most * total.value) return false;
  return Math.abs(sum - total.value) > getRounding(parts, total) + getVagueness([...parts, total]) + 1e-9;
}

/** A query about parts that do not add up. The most parts that it quotes are eight. */
function createSumQuery(draft: DraftText, parts: readonly Figure[], total: Figure): Query {
  const sum = parts.reduce((so, { value }) => so + value, 0);
  const decimals = Math.max(0, ...parts.map(({ step }) => Math.ceil(-Math.log10(step) - 1e-9)));
  const quoted = parts.slice(0, 8).map((part) => quoteSpan(draft, part));
  const added = `${quoted.join(' + ')}${parts.length > quoted.length ? ' + …' : ''}`;
  const explanation = `${added} is ${formatCalculated(sum, decimals)}, and the text has ${quoteSpan(draft, total)}.`;
  return { rule: 'total', places: toPlaces([...parts, total]), explanation };
}

/** Spans in order of the text. */
export function toPlaces(spans: readonly Span[]): [Span, ...Span[]] {
  const [first = { start: 0, end: 1 }, ...others] = spans
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
  return [first, ...others];
}

/** The most white space between two sentences that belong together, in UTF-16 code units. */
const maxGap = 10;

/** Whether one sentence follows the other directly, in the same paragraph or the next. */
export function areNeighbours({ text }: DraftText, { end }: Span, { start }: Span): boolean {
  return start - end < maxGap && text.slice(end, start).trim() === '';
}

/** Shares of several wholes, changes, and answers of which several could be given. */
const otherWholes =
  /(?<!\p{L})(?:of|from|by|than|up|down|rose|fell|grew|men|women|respectively|each|year|years|ago|last|compared|increase[ds]?|decrease[ds]?|more|less|also|both|at least|von|um|als|auf|männer[n]?|frauen|jeweils|je|vorjahr|mehr|weniger|auch|gegenüber|stieg|sank|jahr|jahren|mehrfachnennungen)(?!\p{L})/giu;
const firstOf = /^[^\ue300-\ue3ff]{0,80}[\ue300-\ue3ff]? ?(?:of|von|der)\s/iu;
const percent = `[${getSignClass('percent')}]`;
const isList = new RegExp(
  `${percent}[^.;:()]{0,70}(?:,|;| and| und| sowie| while| \\()[^.;:()]{0,40}${percent}`,
  'u',
);
/** How far shares may miss the whole for rounding, in percentage points, and how far they do if they are shares of one whole. */
const maxRounding = 1.2;
const maxExcess = 25;
/** How far a share behind "about" and the like may be off. */
const looseness = 2.5;

/** Raises a query for shares of one whole in a sentence that come to more than 100 per cent, or with the rest to less. */
function findWrongShares({ draft, phrases }: NumberText): Query[] {
  return phrases.flatMap((phrase): Query[] => {
    const shares = phrase.figures.filter(({ kind }) => kind === 'percent');
    const hasRest = rest.test(phrase.encoded);
    if (shares.length < (hasRest ? 2 : 3) || shares.some(({ value }) => value <= 0)) return [];
    if (!isList.test(phrase.encoded) || hasOtherWholes(phrase)) return [];
    const sum = shares.reduce((so, { value }) => so + value, 0);
    const rounding = maxRounding + looseness * shares.filter(({ bound }) => bound !== null).length;
    const isOver = sum > 100 + rounding && sum <= 100 + maxExcess;
    const isUnder = hasRest && sum < 100 - rounding && sum >= 100 - maxExcess && endsInRest(phrase);
    if (!isOver && !isUnder) return [];
    const added = shares.map((share) => quoteSpan(draft, share)).join(' + ');
    const explanation = `${added} is ${formatCalculated(sum, 1)} %, not 100 %.`;
    return [{ rule: 'total', places: toPlaces(shares), explanation }];
  });
}

function hasOtherWholes({ encoded }: Phrase): boolean {
  const allowed = firstOf.exec(encoded)?.[0].length ?? 0;
  const behind = encoded
    .slice(allowed)
    .replace(/ (?:of|von) (?:the|them|den|der|ihnen)?(?=[^\ue300-\ue3ff]*$)/u, ' ');
  return (
    (behind.match(otherWholes) ?? []).some((word) => !/^(?:of|von)$/i.test(word)) ||
    (behind.match(/ (?:of|von) /g) ?? []).length > 1
  );
}

/** Whether the last share is the rest: "the remaining 20 per cent". */
function endsInRest({ encoded }: Phrase): boolean {
  const last = encoded.search(/[\ue300-\ue3ff](?!.*[\ue300-\ue3ff])/u);
  return rest.test(encoded.slice(Math.max(0, last - 40), last + 40));
}

/** The first words of a row that has the sum of those above it. */
const totalLabel =
  /^\s*(?:(?:grand |sub)?total|sum|summe|gesamt\p{L}*|insgesamt|zusammen|in all|altogether|overall|all)(?!\p{L})/iu;
/** Longest block that is an item with its number, in UTF-16 code units. */
const maxItemLength = 90;
/** The most rows of a table that are added up. */
const maxRows = 400;

/** A row of a table or an item of a list, with the figures of its cells; null where a cell has none or several. */
interface Row {
  isTotal: boolean;
  cells: (Figure | null)[];
}

/** Raises a query for a last row or item that is not the sum of those above it. Cells are separated by tabs. */
function findWrongTables(numbers: NumberText): Query[] {
  const { text, blocks } = numbers.draft;
  const queries: Query[] = [];
  let rows: Row[] = [];
  for (const block of blocks) {
    const row = readRow(numbers, block);
    if (row?.isTotal) {
      queries.push(...checkRows(numbers, rows, row));
      rows = [];
    } else if (
      row &&
      rows.length < maxRows &&
      (rows.at(-1)?.cells.length ?? row.cells.length) === row.cells.length
    )
      rows.push(row);
    else rows = row && text.slice(block.start, block.end).includes('\t') ? [row] : [];
  }
  return queries;
}

function readRow({ draft, language }: NumberText, block: Span): Row | null {
  const written = draft.text.slice(block.start, Math.min(block.end, block.start + 2_000));
  const hasCells = written.includes('\t');
  if (!hasCells && block.end - block.start > maxItemLength) return null;
  if (!hasCells && !/\d/.test(written)) return null;
  let start = block.start;
  const cells = (hasCells ? written.split('\t') : [written]).map((cell) => {
    const span = { start, end: start + cell.length };
    start = span.end + 1;
    if (span.start === span.end) return null;
    const figures = readPhrase(draft, span, language)?.figures ?? [];
    const [figure] = figures;
    return figure && figures.length === 1 && !(hasCells && /\p{L}{4,}.*\d|\d.*\p{L}{8,}/u.test(cell))
      ? asCount(figure)
      : null;
  });
  return { isTotal: totalLabel.test(written), cells };
}

/** A cell with 2019 counts things, if all others of its column do. */
function asCount(figure: Figure): Figure {
  return figure.kind === 'year' ? { ...figure, kind: 'number' } : figure;
}

function checkRows({ draft }: NumberText, rows: readonly Row[], total: Row): Query[] {
  // A heading has no numbers, and stands above the rows only.
  const body = rows.slice(rows.findIndex(({ cells }) => cells.some((cell) => cell !== null)));
  if (body.length < 2) return [];
  return total.cells.flatMap((sum, column): Query[] => {
    const parts = body.map(({ cells }) => cells[column] ?? null);
    const known = parts.filter((part) => part !== null);
    if (!sum || known.length < parts.length) return [];
    const isAlike = known.every(
      ({ kind, unit, bound }) => kind === sum.kind && unit === sum.unit && bound === null,
    );
    if (!isAlike || !['number', 'money', 'measure', 'percent'].includes(sum.kind)) return [];
    const added = known.reduce((so, { value }) => so + value, 0);
    const ratio = added / sum.value;
    // A column of rates or of years has no sum; its last cell is an average.
    if (ratio < 0.7 || ratio > 1.4) return [];
    return Math.abs(added - sum.value) <= getRounding(known, sum) + 1e-9
      ? []
      : [createSumQuery(draft, known, sum)];
  });
}
