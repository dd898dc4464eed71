import { anyOf, clause, count, mark, percent, points, quantity, share, words } from './pattern-parts';

/** Words between the two numbers and the change that they make. */
const changeWords = anyOf(`
  also das ist sind war waren ein eine einen einem einer um von plus minus zuwachs anstieg rückgang steigerung zunahme abnahme
  wachstum erhöhung senkung verlust gewinn was entspricht entspreche und somit damit immerhin satte ganze mehr als etwa rund
  sprung einbruch auf zu mithin oder d.h. nämlich gestiegen gesunken gewachsen gefallen zurückgegangen angestiegen erhöht
  gesamt insgesamt kräftiges dickes sattes leichter leichtes deutlicher deutliches starker starkes knapper eines`);
const of = '(?:von|der|aller|dieser|unter|aus)';
const all = anyOf(
  'den der die insgesamt allen aller ihren ihrer seinen seiner diesen dieser befragten rund etwa',
);
const equals = anyOf(
  'also das sind ist oder d.h. nämlich entspricht was mithin rund etwa nur gerade einmal genau immerhin',
);
const more = '(?:mehr|weniger|höher|niedriger|größer|kleiner|über|unter)';

/** How German puts a change beside the numbers that it follows from: `before`, `after` and `share`. */
export const germanChanges: readonly string[] = [
  `um (?<share>${share})${words(50)} von ${words(18)}(?<before>${quantity})${words(60)} auf (?<after>${quantity})`,
  `von ${words(18)}(?<before>${quantity})${words(60)} um (?<share>${share})${words(30)} auf (?<after>${quantity})`,
  `um ${changeWords}(?<share>${share})${words(30)} auf ${changeWords}(?<after>${quantity})${words(40)},? (?:nach|gegenüber|verglichen mit|statt|von) ${words(20)}(?<before>${quantity})`,
  `(?<after>${quantity})${words(20)} ?\\((?:vorjahr|zuvor|im vorjahr|vorher|\\d{4})?:? ?(?<before>${quantity})\\),? ${changeWords}(?<share>${share})`,
  `(?<share>${percent})${words(40)} von ${words(18)}(?<before>${quantity})${words(60)} auf (?<after>${quantity})`,
  `von ${words(18)}(?<before>${quantity})${words(60)} auf (?<after>${quantity})${words(60)}${mark}${changeWords}(?<share>${percent})(?! der| von)`,
  `von ${words(18)}(?<before>${quantity})${words(60)} auf (?<after>${quantity})${clause(40)} um (?<share>${share})`,
  `von ${words(18)}(?<before>${quantity})${words(60)} auf (?<after>${quantity})${words(60)}${mark}${changeWords}(?<share>${share}) ${more}`,
  `(?<after>${quantity})${words(60)}(?:,|\\()? ?(?:gegenüber|verglichen mit|im Vergleich zu|statt|nach|zuvor|im Vorjahr noch)${words(30)} (?<before>${quantity})${words(50)}(?:${mark}| )${changeWords}(?<share>${share}) ?${more}`,
  `(?<after>${quantity})${words(60)}(?:,|\\()? ?(?:gegenüber|verglichen mit|im Vergleich zu|statt|nach)${words(30)} (?<before>${quantity})${words(50)}${mark}${changeWords}(?<share>${percent})(?! der| von)`,
  `(?<after>${quantity})${words(60)},? (?:und damit |also )?(?:um )?(?<share>${share}) ${more}${words(30)} als${words(40)} (?<before>${quantity})`,
  `(?<before>${quantity})${words(60)},? (?:und|aber|jetzt|heute|nun)${words(30)} (?<after>${quantity})${words(40)}${mark}${changeWords}(?<share>${share}) ${more}`,
];

/** The same where the text does not say which of the two numbers came first, so that either order may be right. */
export const germanUnorderedChanges: readonly string[] = [
  `(?<before>${quantity})${words(60)}(?:,| und| aber|;) ?${words(30)}(?<after>${quantity})${words(40)}${mark}(?:das ist |das war |also )?(?:ein|eine) (?:\\p{L}+ )?(?:anstieg|zuwachs|rückgang|plus|minus|zunahme|abnahme|steigerung|wachstum) (?:von|um) ${changeWords}(?<share>${share})`,
];

/** How German counts a part of a whole: `part`, `whole` and `share`. */
export const germanShares: readonly string[] = [
  `(?<part>${count})${words(30)} ${of} ${all}(?<whole>${count})${words(60)} ?[(\\[]${equals}(?<share>${share})`,
  `(?<part>${count})${words(30)} ${of} ${all}(?<whole>${count})${words(60)}(?:,| [–—-]|—) ?(?:also|das sind|das ist|oder|d\\.h\\.|was|mithin|nur|immerhin) ${equals}(?<share>${share})`,
  `(?<part>${count})${words(30)} ${of} ${all}(?<whole>${count})${words(50)}(?:, ?| [–—-] ?|—)(?<share>${share})(?=,| [–—-]|—|[.;)]|$)`,
  `(?<share>${share}) ${of} ${all}(?<whole>${count})${words(60)}${mark}${equals}(?<part>${count})(?= ?[)\\],.;–—]| an der Zahl| insgesamt|$)`,
  `(?<part>${count})${words(30)}${mark}${equals}(?<share>${share}) ${of} ${all}(?<whole>${count})`,
  `(?<part>${count})${words(30)} (?:sind|waren|ist|war|machen|machten|entsprechen) ${equals}(?<share>${share}) ${of} ${all}(?<whole>${count})`,
  `(?<share>${share})${words(40)} ?[(\\[]${equals}(?<part>${count})${words(20)} ${of} ${all}(?<whole>${count})`,
  `(?<share>${share}) ${of} ${words(40)}(?:,| [–—-]|—) ?${equals}(?<part>${count})${words(15)} ${of} ${all}(?<whole>${count})(?=${words(25)}(?:[,;.)–—]|$))`,
  `(?<share>${share}) der ${words(40)}(?:,| [–—-]|—) ?${equals}(?<part>${count})${words(15)} ${of} ${all}(?<whole>${count})(?=${words(25)}(?:[,;.)–—]|$))`,
  `(?<share>${percent}),? (?:oder|also) (?<part>${count})${words(20)} ${of} ${all}(?<whole>${count})`,
];

/** Numbers of parts behind their whole: "Von den 48 Häusern sind 12 (25 Prozent) …". */
export const germanWhole = `(?:^|[,;] |[„"'(])von ${all}(?<whole>${count})${words(50)} `;
export const germanPart = `(?<part>${count})${words(30)}(?: ?[(\\[]|, also |, das sind )${equals}(?<share>${percent})`;

/** Verbs that multiply, with what they multiply by, before or behind "von … auf …". */
export const germanMultiples: readonly (readonly [number, string])[] = [
  [2, 'verdoppel(?:te|ten|t|n)'],
  [3, 'verdreifach(?:te|ten|t|en)'],
  [4, 'vervierfach(?:te|ten|t|en)'],
  [0.5, 'halbier(?:te|ten|t|en)'],
];
export const germanFromTo = `von ${words(18)}(?<before>${quantity})${words(60)} auf (?<after>${quantity})`;
/** The same the other way round, behind the verb alone: "verdoppelte sich auf 40, nach 15 im Vorjahr". */
export const germanToFrom = `auf ${words(12)}(?<after>${quantity})${words(40)},? \\(?(?:nach|gegenüber|von|verglichen mit|im Vergleich zu|statt) ${words(15)}(?<before>${quantity})`;
/** Numbers that are compared as such multiples: "300, doppelt so viele wie die 200 im Jahr davor". */
export const germanTimes: readonly (readonly [number, string])[] = [
  [2, '(?:doppelt|zweimal)'],
  [3, '(?:dreimal|dreifach)'],
  [4, '(?:viermal|vierfach)'],
  [0.5, 'halb'],
];
export const germanComparisons: readonly string[] = [
  `(?<after>${quantity})${words(40)} (?<verb>VERB) so \\p{L}+${words(25)} wie${words(25)} (?<before>${quantity})`,
  `(?<verb>VERB) so \\p{L}+${words(60)}(?::|,| [–—-]|—) ?(?<after>${quantity})${words(40)},? (?:gegenüber|statt|nach|verglichen mit) ${words(15)}(?<before>${quantity})`,
];

/** How German puts a change in percentage points beside the two shares: `before`, `after` and `points`. */
export const germanPoints: readonly string[] = [
  `von ${words(18)}(?<before>${percent})${words(60)} auf (?<after>${percent})${clause(60)}(?:${mark}| )${changeWords}(?<points>${points})`,
  `um ${changeWords}(?<points>${points})${words(50)} von ${words(18)}(?<before>${percent})${words(60)} auf (?<after>${percent})`,
  `von ${words(18)}(?<before>${percent})${words(60)} um ${changeWords}(?<points>${points})${words(30)} auf (?<after>${percent})`,
  `um ${changeWords}(?<points>${points})${words(30)} auf ${changeWords}(?<after>${percent})${words(40)},? (?:nach|gegenüber|verglichen mit|statt|von) ${words(20)}(?<before>${percent})`,
  `(?<after>${percent})${words(60)},? (?:und damit |also |das sind )?(?:um )?(?<points>${points}) ${more}${words(30)} als${words(40)} (?<before>${percent})`,
  `(?<after>${percent})${words(60)},? (?:nach|gegenüber|verglichen mit|statt) ${words(20)}(?<before>${percent})${words(40)}${mark}${changeWords}(?<points>${points})`,
];
