import { listAll } from '../../../../shared/text/sequences/list-all';

/**
 * The weight of each fact about a block of a page. A block is a part of the article when the facts times their weights add up to more
 * than 0. They were trained by logistic regression on pages whose articles people have marked; `npm run bench -- import` measures them
 * on marked pages.
 */
export const weights = {
  /** Counts for every block. */
  constant: -0.45,
  /** In the innermost element that holds most of the running text. */
  inCore: 2.45,
  /** The share of its characters that are links. */
  linkShare: -0.95,
  /** Hardly anything but links. */
  isLink: -1.18,
  isHeading: 0.71,
  isListItem: 2.4,
  isCaption: 1.49,
  isTableRow: 1.82,
  isQuote: 1.57,
  /** 1 for no words, 0 from 12 on. */
  isShort: 0.94,
  /** 0 up to 12 words, 1 from 52 on. */
  isLong: 1.64,
  /** Ends as a sentence does. */
  isSentence: 0.05,
  /** An element around it, within the core, is named as a menu, an offer or a list of links: `furniture.ts`. */
  furnitureName: -1.09,
  /** … as author, date or topics. */
  detailsName: -2.63,
  /** … as caption or credit. */
  captionName: -0.29,
  /** … as a box, a player or a gallery. */
  asideName: -0.62,
  /** In a nav, aside, footer, form or button, within the core. */
  isOutside: -0.84,
  /** In a header or figure, within the core. */
  inHeader: -1.01,
  /** Begins as offers and links do: `furniture.ts`. */
  furnitureText: -3.9,
  /** Only a date: `date-line.ts`. */
  isDate: -1.0,
  /** Ends in the credit of a picture. */
  isCredit: -2.7,
  /** Before the first running text. */
  isBefore: 0.38,
  /** Behind the last. */
  isAfter: -2.22,
  /** The share of the running text that is set in boxes of the same names. */
  mainShare: 1.24,
  /** (nearly) none is. */
  isForeign: -1.74,
  /** Nor is it before the last running text. */
  isForeignAfter: -1.44,
  /** Repeats the title. */
  isTitle: -0.84,
  /** In an element that schema.org calls articleBody. */
  inArticleBody: 0.61,
  /** In the articleBody of JSON-LD; a half where there is none. */
  inJsonLd: 0.85,
  /** Follows a label such as “Related”, in the same element. */
  underLabel: -2.22,
};

export type FactName = keyof typeof weights;
export type Weights = Readonly<Record<FactName, number>>;

/** All facts, in the order of the weights. */
export const factNames = listAll<FactName>()([
  'constant',
  'inCore',
  'linkShare',
  'isLink',
  'isHeading',
  'isListItem',
  'isCaption',
  'isTableRow',
  'isQuote',
  'isShort',
  'isLong',
  'isSentence',
  'furnitureName',
  'detailsName',
  'captionName',
  'asideName',
  'isOutside',
  'inHeader',
  'furnitureText',
  'isDate',
  'isCredit',
  'isBefore',
  'isAfter',
  'mainShare',
  'isForeign',
  'isForeignAfter',
  'isTitle',
  'inArticleBody',
  'inJsonLd',
  'underLabel',
]);

/** Whether facts, weighed, say that a block is a part of the article. */
export function isArticle(facts: Readonly<Record<FactName, number>>, weigh: Weights = weights): boolean {
  return factNames.reduce((sum, name) => sum + weigh[name] * facts[name], 0) > 0;
}
