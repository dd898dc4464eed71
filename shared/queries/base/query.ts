import { groupBy } from '#shared/text/sequences/group-by.ts';
import { compareSpans, type Span } from '#shared/text/span.ts';

/** The rules that raise queries, in the order of lists, with their names on the screen and in reports. */
const queryRuleTable = [
  { rule: 'figure', label: 'Two figures for one thing' },
  { rule: 'total', label: 'Parts that don’t add up' },
  { rule: 'percentage', label: 'Percentage that doesn’t fit' },
  { rule: 'weekday', label: 'Weekday that doesn’t fit its date' },
  { rule: 'age', label: 'Age that doesn’t fit the year of birth' },
  { rule: 'spelling', label: 'Two spellings' },
  { rule: 'quotation-mark', label: 'Quotation mark without its partner' },
  { rule: 'introduction', label: 'Named before being introduced' },
  { rule: 'unit', label: 'Unit converted wrongly' },
  { rule: 'quoted-words', label: 'Quoted words not in the file' },
] as const;

export type QueryRule = (typeof queryRuleTable)[number]['rule'];

export const queryRules: readonly QueryRule[] = queryRuleTable.map(({ rule }) => rule);

const labels = new Map<QueryRule, string>(queryRuleTable.map(({ rule, label }) => [rule, label]));

export function getQueryRuleLabel(rule: QueryRule): string {
  return labels.get(rule) ?? rule;
}

/** A question that the text itself raises. It is derived from a draft. Only its dismissal is stored. */
export interface Query {
  rule: QueryRule;
  /** The places in question, in order, as UTF-16 offsets into the draft's text. At least one. */
  places: readonly [Span, ...Span[]];
  /** Words outside the text that it is about, such as a quotation in evidence. They help to identify it. */
  quote?: string;
  /** The id of the source that it is about. */
  sourceId?: string;
  /** One sentence that explains the contradiction: it quotes the text and shows the calculation. */
  explanation: string;
}

const whiteSpace = /\s+/g;
/** The most words that identify a query, and the most places that it shows. A long table has more. */
const maxWords = 20;
const maxPlaces = 50;

/**
 * The words that a query is about, each once, with single spaces. The query thus stays the same when lines wrap differently or the
 * words occur once more.
 */
export function readQueryWords({ places, quote }: Query, text: string): string[] {
  const words = places.map(({ start, end }) => text.slice(start, end));
  const all = [...words, ...(quote === undefined ? [] : [quote])];
  return [...new Set(all.map((one) => one.replace(whiteSpace, ' ')))].slice(0, maxWords);
}

/**
 * Identifies a query by its rule and its words, in any order and number, so that it stays the same wherever they stand. `text` is
 * that of its draft.
 */
export function getQueryKey(query: Query, text: string): string {
  return joinKey(query.rule, readQueryWords(query, text));
}

export function joinKey(rule: string, words: readonly string[]): string {
  return [rule, ...[...new Set(words)].sort()].join('\n');
}

/** Sorts queries by their first place, and merges those of one rule about the same words and the same source. */
export function mergeQueries(queries: readonly Query[], text: string): Query[] {
  const alike = groupBy(queries, (query) => `${query.sourceId ?? ''} ${getQueryKey(query, text)}`);
  return [...alike.values()]
    .flatMap(([first, ...others]) => (first ? [{ ...first, places: joinPlaces(first, others) }] : []))
    .sort((a, b) => compareSpans(a.places[0], b.places[0]));
}

function joinPlaces({ places: [first, ...more] }: Query, others: readonly Query[]): Query['places'] {
  const all = [first, ...more, ...others.flatMap(({ places }) => places)].sort(compareSpans);
  const [start = first, ...rest] = all.filter((place, index) => {
    const before = all[index - 1];
    return !before || compareSpans(before, place) !== 0;
  });
  return [start, ...rest.slice(0, maxPlaces - 1)];
}
