import { anyOf, clause, count, mark, percent, points, quantity, share, words } from './pattern-parts';

/** Words between the two numbers and the change that they make. */
const changeWords = anyOf(`
  a an or up down by of the this that it which is was were are be to in just and as year over on total overall all nearly rise
  increase increases gain jump growth drop fall decline decrease reduction cut plus minus leap surge change climb slump loss dip
  hike representing represents marking meaning amounts amounting equal equivalent corresponding corresponds more than some i.e.
  namely year-on-year annual sharp steep huge slight modest sharply roughly rising falling growing climbing dropping hence so`);
const of = '(?:of|out of|from among|in)';
const all = anyOf('the its their all our his her these those a total of about some roughly over');
const equals = anyOf(
  'or that is which this i.e. just only equivalent to equals equal namely so some about exactly a',
);
const than = '(?:than|compared with|compared to|against|on|over|from)';
const more = '(?:more|less|fewer|higher|lower|larger|smaller|greater|up|down|above|below)';

/** How English puts a change beside the numbers that it follows from: `before`, `after` and `share`. */
export const englishChanges: readonly string[] = [
  `(?<share>${percent})${words(50)} from ${words(18)}(?<before>${quantity})${words(60)} to (?<after>${quantity})`,
  `(?<share>${share}),?${words(30)} to ${words(20)}(?<after>${quantity})${words(40)},? (?:from|compared with|compared to|against|after|up from|down from) ${words(20)}(?<before>${quantity})`,
  `(?<after>${quantity})${words(20)} ?\\((?:previous year|prior year|last year|year before|before|\\d{4})?:? ?(?<before>${quantity})\\),? ${changeWords}(?<share>${share})`,
  `from ${words(18)}(?<before>${quantity})${words(60)} to (?<after>${quantity})${words(50)}${mark}${changeWords}(?<share>${percent})(?! of)`,
  `from ${words(18)}(?<before>${quantity})${words(60)} to (?<after>${quantity})${clause(30)} by (?<share>${share})`,
  `by (?<share>${share}),?${words(50)} from ${words(18)}(?<before>${quantity})${words(60)} to (?<after>${quantity})`,
  `to (?<after>${quantity})${words(40)},? from ${words(15)}(?<before>${quantity})${words(40)}${mark}${changeWords}(?<share>${percent})(?! of)`,
  `(?<after>${quantity})${words(50)}(?:,|\\()? ?${more} (?:from|on) ${words(20)}(?<before>${quantity})${words(40)}${mark}${changeWords}(?<share>${share}) ${more}`,
  `from ${words(18)}(?<before>${quantity})${words(60)} to (?<after>${quantity})${words(40)}${mark}${changeWords}(?<share>${share}) ${more}`,
  `(?<after>${quantity})${words(50)} ${more} (?:by )?(?<share>${share})${words(20)} ${than}${words(30)} (?<before>${quantity})`,
  `(?<after>${quantity})${words(50)}(?:,|\\()? ?${more} from ${words(18)}(?<before>${quantity})${words(40)}${mark}${changeWords}(?<share>${percent})(?! of)`,
  `(?<after>${quantity})${words(60)},? (?:against|compared with|compared to|versus|vs\\.?|as against|after|instead of|rather than|up on|down on)${words(20)} (?<before>${quantity})${words(50)}${mark}${changeWords}(?<share>${share}) ?${more}`,
  `(?<after>${quantity})${words(60)},? (?:against|compared with|compared to|versus|vs\\.?|as against)${words(20)} (?<before>${quantity})${words(50)}${mark}${changeWords}(?<share>${percent})(?! of)`,
  `(?<after>${quantity})${words(50)},? (?<share>${share}) ${more}${words(30)} ${than}${words(30)} (?<before>${quantity})`,
  `(?<before>${quantity})${words(60)},? (?:and|but) (?<after>${quantity})${words(40)}${mark}${changeWords}(?<share>${share}) ${more}`,
];

/** The same where the text does not say which of the two numbers came first, so that either order may be right. */
export const englishUnorderedChanges: readonly string[] = [
  `(?<before>${quantity})${words(60)},? (?:and|but|while) ${words(20)}(?<after>${quantity})${words(40)}${mark}(?:that is |which is |so )?(?:an? )(?:\\p{L}+ )?(?:rise|increase|gain|jump|growth|drop|fall|decline|decrease|reduction|surge|loss) of ${changeWords}(?<share>${share})`,
];

/** How English counts a part of a whole: `part`, `whole` and `share`. */
export const englishShares: readonly string[] = [
  `(?<part>${count})${words(30)} ${of} ${all}(?<whole>${count})${words(50)} ?[(\\[]${equals}(?<share>${share})`,
  `(?<part>${count})${words(30)} ${of} ${all}(?<whole>${count})${words(50)}(?:,| [–—-]|—) ?(?:or|that is,?|i\\.e\\.,?|which is|equivalent to|just|only|exactly) ${equals}(?<share>${share})`,
  `(?<part>${count})${words(30)} ${of} ${all}(?<whole>${count})${words(50)}(?:, ?| [–—-] ?|—)(?<share>${share})(?=,| [–—-]|—|[.;)]|$)`,
  `(?<share>${share}) of ${all}(?<whole>${count})${words(60)}${mark}${equals}(?<part>${count})(?! ?${words(12)}(?:years|per))(?= ?[)\\],.;–—]| in (?:all|total)| altogether| of (?:them|these|those)|$)`,
  `(?<part>${count})${words(30)}${mark}${equals}(?<share>${share}) of ${all}(?<whole>${count})`,
  `(?<part>${count})${words(30)} (?:is|are|was|were|make up|makes up|made up|account for|accounts for|accounted for|represents?|represented) ${equals}(?<share>${share}) of ${all}(?<whole>${count})`,
  `(?<share>${share})${words(40)} ?[(\\[]${equals}(?<part>${count})${words(20)} ${of} ${all}(?<whole>${count})`,
  `(?<share>${share}) of ${words(40)}(?:,| [–—-]|—) ?${equals}(?<part>${count})${words(15)} ${of} ${all}(?<whole>${count})(?=${words(25)}(?:[,;.)–—]|$))`,
  `(?<share>${percent}),? or (?<part>${count})${words(20)} ${of} ${all}(?<whole>${count})`,
];

/** Numbers of parts behind their whole: "Of the 48 houses, 12 (25%) …". */
export const englishWhole = `(?:^|[,;] |[“"'(])(?:out )?of ${all}(?<whole>${count})${words(50)}, `;
export const englishPart = `(?<part>${count})${words(30)}(?: ?[(\\[]|, or )${equals}(?<share>${percent})`;

/** Verbs that multiply, with what they multiply by, before or behind "from … to …". */
export const englishMultiples: readonly (readonly [number, string])[] = [
  [2, '(?:doubl(?:ed|es?|ing)|twice as \\p{L}+)'],
  [3, '(?:tripl|trebl)(?:ed|es?|ing)'],
  [4, 'quadrupl(?:ed|es?|ing)'],
  [0.5, 'halv(?:ed|es?|ing)'],
];
export const englishFromTo = `from ${words(18)}(?<before>${quantity})${words(60)} to (?<after>${quantity})`;
/** The same the other way round, behind the verb alone: "doubled to 40, from 15 a year ago". */
export const englishToFrom = `to ${words(12)}(?<after>${quantity})${words(40)},? \\(?(?:from|compared with|compared to|against|after|up on|up from|down from) ${words(15)}(?<before>${quantity})`;
/** Numbers that are compared as such multiples: "300, twice as many as the 200 of 1990". */
export const englishTimes: readonly (readonly [number, string])[] = [
  [2, '(?:twice|double)'],
  [3, '(?:three times|triple)'],
  [4, 'four times'],
  [0.5, 'half as'],
];
export const englishComparisons: readonly string[] = [
  `(?<after>${quantity})${words(40)} (?<verb>VERB)(?: as)? (?:many|much|high|large|big|long|often|the|that)(?: \\p{L}+)?(?: as)?${words(25)} (?<before>${quantity})`,
  `(?<verb>VERB)(?: as)? (?:many|much|high|large|big|long|often)${words(60)}(?::|,| [–—-]|—) ?(?<after>${quantity})${words(40)},? (?:compared with|compared to|against|after|instead of|versus|rather than) ${words(15)}(?<before>${quantity})`,
];

/** How English puts a change in percentage points beside the two shares: `before`, `after` and `points`. */
export const englishPoints: readonly string[] = [
  `from ${words(18)}(?<before>${percent})${words(60)} to (?<after>${percent})${clause(50)}(?:${mark}| )${changeWords}(?<points>${points})`,
  `(?<points>${points})${words(50)} from ${words(18)}(?<before>${percent})${words(60)} to (?<after>${percent})`,
  `(?<points>${points})${words(30)} to ${words(20)}(?<after>${percent})${words(40)},? (?:from|compared with|compared to|against|after|up from|down from) ${words(20)}(?<before>${percent})`,
  `(?<after>${percent})${words(50)},? (?:(?:up|down) )?(?:by )?(?<points>${points})${words(20)} (?:than|from|on|compared with|compared to|against)${words(30)} (?<before>${percent})`,
  `(?<after>${percent})${words(50)},? (?:up|down|compared with|compared to|against|after)(?: from)? ${words(20)}(?<before>${percent})${words(40)}${mark}${changeWords}(?<points>${points})`,
];
