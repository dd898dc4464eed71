import { getSignClass } from '../parse/phrase';
import type { NumberLanguage } from '../parse/text-language';

const quantity = `[${getSignClass('number', 'money', 'measure')}]`;
const figures = getSignClass('number', 'money', 'measure', 'percent', 'fraction', 'points', 'range');
const words = (limit: number) => `[^${figures}.;:()]{0,${limit}}?`;
/** Two quantities or more with commas and "and" between them, at most twelve. */
const list = `(?<parts>${quantity}(?:${words(60)}(?:,|;| and| und| sowie| plus| while| but| as well as| \\+)${words(40)} ?${quantity}){1,11})`;
/** The same with each quantity in brackets behind its part: "a school (12), a clinic (8) and a park (5)". */
const bracketed = `(?<parts>[^${figures}.;:()]{1,60}\\(${quantity}\\)(?:(?:,|;| and| und| sowie)[^${figures}.;:()]{1,60}\\(${quantity}\\)){1,11})`;
const total = `(?<total>${quantity})`;
const end = `${words(80)}(?:[.;)!?–—”"“]|, (?:according|said|says|sagte|so |teilte|laut)|$)`;

/** How a text gives the parts of a total. */
export interface TotalPattern {
  pattern: RegExp;
  /** Whether the words say that the parts are all, so that a sum far from the total is odd as well. */
  isWhole: boolean;
  /** Whether the parts are all only if they are opposites, such as women and men. */
  isPair?: boolean;
}

const whole = (pattern: string): TotalPattern => ({ pattern: new RegExp(pattern, 'giu'), isWhole: true });
const open = (pattern: string): TotalPattern => ({ pattern: new RegExp(pattern, 'giu'), isWhole: false });
const pair = (pattern: string): TotalPattern => ({ ...open(pattern), isPair: true });
const twoParts = `(?<parts>${quantity}${words(40)}(?:,| and| und| while| sowie)${words(25)} ?${quantity})`;

export const totalPatterns: Partial<Record<NumberLanguage, readonly TotalPattern[]>> = {
  en: [
    whole(`${total}${words(60)}(?::| [–—-]| ?\\(|—) ?${words(25)}${list}${end}`),
    whole(
      `${list}${words(50)}(?:,| [–—-]| ?\\(|—|, or| and) ?(?:(?:for|making|which makes|that is|giving|so|thus|it|them|him|her|us|now) )*(?:a |the )?(?:combined |grand )?(?:total|sum)(?: of| is| was| comes to)? ${total}`,
    ),
    whole(
      `${list}${words(50)}(?:,| [–—-]| ?\\(|—|, or) ?(?:(?:making|that is|so|or|which makes|giving|it|them|him|her|us) )*${total}${words(30)} (?:in all|in total|altogether|combined|together|overall)`,
    ),
    whole(
      `${list}${words(50)} (?:add up to|adds up to|adding up to|make up|makes up|total|totals|totalling|totaling|sum to|amount to|come to|make|makes|making)(?: a total of| together)? ${total}`,
    ),
    whole(`(?:total|sum) of ${total}${words(60)}(?:, |: | [–—-] ?| ?\\()${words(30)}${list}${end}`),
    whole(
      `${total}${words(60)} (?:consists? of|consisting of|(?:is|are|was|were)? ?(?:made up|composed) of|comprises?|comprising|(?:is|are|was|were) (?:split|divided) into) ${words(20)}${list}${end}`,
    ),
    whole(
      `${total}${words(60)}(?: is| are| was| were|,)? ?(?:split|divided|shared|made up|distributed|spread|consists?|consisting|comprising)(?: up)? ?(?:between|among|of|over|across|into)?${bracketed}`,
    ),
    open(`${total}${words(60)}(?:,|:| [–—-]| from| in| for| to)${bracketed}${end}`),
    pair(
      `(?<first>${quantity}) (?:of|out of) (?:(?:the|its|their|all|these|those|our|his|her|my|your) )*${total}${words(50)}(?:,|;| and| while| but) ?${words(30)}(?<parts>${quantity})${end}`,
    ),
    pair(`${total}${words(60)}(?:,| [–—-]|—) ?${words(20)}${twoParts}${end}`),
    open(
      `(?:^|[,;“"(] ?)(?:out )?of (?:(?:the|its|their|all|these|those|his|her|our|a total of) )*${total}${words(60)}, ${words(20)}${list}${end}`,
    ),
    open(`${total}${words(50)}, (?:of (?:which|whom|them|these) )${words(20)}${list}${end}`),
    open(
      `${total}${words(50)}(?:,| [–—-]|—) ?(?<parts>${quantity} (?:of them|of these|of those)?${words(50)}(?:,| and| while)${words(30)} ${quantity} (?:of them|of these|of those)?)${end}`,
    ),
  ],
  de: [
    whole(`${total}${words(60)}(?::| [–—-]| ?\\(|—) ?${words(25)}${list}${end}`),
    whole(
      `${list}${words(50)}(?:,| [–—-]| ?\\(|—| und) ?(?:also |das sind |das macht |macht |mithin |somit |in summe |und damit )*(?:insgesamt|zusammen|alles in allem|in summe)(?: also| genau| mithin| somit| sind das| macht das)? ${total}`,
    ),
    whole(
      `${list}${words(50)} (?:ergeben|ergibt|machen|macht|summieren sich auf|summiert sich auf|addieren sich zu|addieren sich auf)(?: zusammen| insgesamt| in summe)? ${total}`,
    ),
    whole(`(?:insgesamt|zusammen) ${total}${words(60)}(?:, |: | [–—-] ?| ?\\()${words(30)}${list}${end}`),
    whole(
      `${total}${words(60)} (?:besteht aus|bestehen aus|setzt sich zusammen aus|setzen sich zusammen aus|teilt sich auf in|umfasst) ${words(20)}${list}${end}`,
    ),
    whole(
      `${total}${words(60)} (?:verteilt sich|verteilen sich|verteilt|aufgeteilt|teilt sich|teilen sich|gehen|fließen|bestehen|besteht)(?: auf| an| aus| in)?${bracketed}`,
    ),
    open(`${total}${words(60)}(?:,|:| [–—-]| aus| in| für| an| auf)${bracketed}${end}`),
    pair(
      `(?<first>${quantity}) (?:der|von den|von|aller) ${total}${words(50)}(?:,|;| und| während| aber) ?${words(30)}(?<parts>${quantity})${end}`,
    ),
    pair(`${total}${words(60)}(?:,| [–—-]|—) ?${words(20)}${twoParts}${end}`),
    open(
      `(?:^|[,;„"(] ?)von (?:(?:den|insgesamt|diesen|ihren|seinen|allen|unseren) )*${total}${words(60)} ${words(20)}${list}${end}`,
    ),
    open(
      `${total}${words(50)}(?:,| [–—-]|—| ?\\() ?(?:davon|darunter auch|von denen)${words(20)} ${list}${end}`,
    ),
  ],
};

/** Words with which parts are some of the whole only, or may overlap. */
export const notAllParts: Record<NumberLanguage, RegExp> = {
  en: /(?<!\p{L})(?:including|includes?|such as|among|at least|for example|e\.g\.|especially|notably|mostly|mainly|both|also|respectively|each|per|than|another|more|(?<!split |divided |shared |spread |distributed )between|up from|down from|up to)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:einschließlich|darunter|etwa|vor allem|zum beispiel|z\.\s?b\.|je|jeweils|auch|sowohl|pro|als|zwischen|mehr|weitere[rnms]?)(?!\p{L})/iu,
  other: /(?!)/u,
};

/** Words with which parts may be some of the whole only. */
export const someOfThem =
  /(?<!\p{L})(?:of (?:them|these|those|which|whom)|davon|von ihnen|von denen)(?!\p{L})/iu;

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
const between = '(?!\\p{L}).*(?<!\\p{L})';
export const opposites = new RegExp(
  `(?<!\\p{L})(?:${pairs.map(([a, b]) => `(?:${a})${between}(?:${b})|(?:${b})${between}(?:${a})`).join('|')})(?!\\p{L})`,
  'iu',
);

/** Words that make the last part the rest of the whole. */
export const rest = /(?<!\p{L})(?:rest|remaining|remainder|others?|übrigen?|restlichen?|anderen?)(?!\p{L})/iu;

/** How a sentence begins that gives the total of the one before it. */
export const totalStart: Partial<Record<NumberLanguage, RegExp>> = {
  en: new RegExp(
    `^(?:in (?:all|total)|altogether|together|combined|overall|that (?:is|makes|adds up to)|this (?:makes|adds up to)|the (?:grand |combined )?total|they (?:add up|come) to|taken together|added together|a total of)${words(60)} ?${total}`,
    'iu',
  ),
  de: new RegExp(
    `^(?:insgesamt|zusammen(?:genommen|gerechnet)?|das (?:sind|macht|ergibt)|macht|in summe|alles in allem|die (?:gesamtzahl|summe|gesamtsumme)|unterm strich)${words(60)} ?${total}`,
    'iu',
  ),
};
