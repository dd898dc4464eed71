import type { Span } from '../text/span';

export const queryRules = [
  'figure',
  'total',
  'percentage',
  'weekday',
  'age',
  'interval',
  'spelling',
  'quotation-mark',
  'introduction',
  'unit',
  'quoted-words',
] as const;

export type QueryRule = (typeof queryRules)[number];

export const queryRuleLabels: Record<QueryRule, string> = {
  figure: 'Two figures for one thing',
  total: 'Parts that don’t add up',
  percentage: 'Percentage that doesn’t fit',
  weekday: 'Weekday that doesn’t fit its date',
  age: 'Age that doesn’t fit the year of birth',
  interval: 'Time that doesn’t fit its years',
  spelling: 'Two spellings',
  'quotation-mark': 'Quotation mark without its partner',
  introduction: 'Named before being introduced',
  unit: 'Unit converted wrongly',
  'quoted-words': 'Quoted words not in the file',
};

/** A question that the text itself raises. It is derived from a draft and never stored; only its dismissal is. */
export interface Query {
  rule: QueryRule;
  /** The places in question, in order, each on words: UTF-16 offsets into the draft's text. At least one. */
  places: readonly [Span, ...Span[]];
  /** Words outside of the text that it is about, such as those that evidence quotes. They identify it as its places do. */
  quote?: string;
  /** The id of the source that it doubts. */
  sourceId?: string;
  /** One sentence that says why this is odd: it quotes the text and shows the calculation. */
  explanation: string;
}
