import { listAll } from '../../../../shared/text/sequences/list-all';

/**
 * The weight of each fact about a block of a page. A block is a part of the article when the facts times their weights add up to more
 * than 0. They are trained by logistic regression on pages whose articles people have marked; `npm run bench -- import` trains them
 * again and says how well they do on pages they have not seen (tests/bench/import/web/articles).
 */
export const weights = {
  /** Counts for every block. */
  constant: -0.92,
  /** In the innermost element that holds most of the running text. */
  inCore: 2.52,
  /** The share of its characters that are links. */
  linkShare: -1.74,
  /** Hardly anything but links. */
  isLink: -0.63,
  isHeading: 1.07,
  isListItem: 2.74,
  isCaption: 1.5,
  isTableRow: 1.97,
  isQuote: 2.0,
  /** 1 for no words, 0 from 12 on. */
  isShort: 0.68,
  /** 0 up to 12 words, 1 from 52 on. */
  isLong: 1.84,
  /** Ends as a sentence does. */
  isSentence: 0.18,
  /** An element around it, within the core, is named as a menu, an offer or a list of links: `furniture-names.ts`. */
  furnitureName: -1.06,
  /** … as author, date or topics. */
  detailsName: -2.46,
  /** … as caption or credit. */
  captionName: -0.03,
  /** … as a box, a player or a gallery. */
  asideName: -0.57,
  /** In a nav, aside, footer, form or button, within the core. */
  isOutside: -0.62,
  /** In a header or figure, within the core. */
  inHeader: -1.09,
  /** Begins as offers and links do: `furniture-text.ts`. */
  furnitureText: -2.82,
  /** Only a date: `date-line.ts`. */
  isDate: -0.94,
  /** Ends in the credit of a picture. */
  isCredit: -2.52,
  /** Before the first running text. */
  isBefore: 0.66,
  /** Behind the last. */
  isAfter: -2.24,
  /** The share of the running text that is set in boxes of the same names. */
  mainShare: 1.29,
  /** (nearly) none is. */
  isForeign: -1.89,
  /** Nor is it before the last running text. */
  isForeignAfter: -1.22,
  /** Repeats the title. */
  isTitle: -0.82,
  /** In an element that schema.org calls articleBody. */
  inArticleBody: 0.74,
  /** In the articleBody of JSON-LD; a half where there is none. */
  inJsonLd: 0.85,
  /** Follows a label such as “Related”, in the same element. */
  underLabel: -1.97,
};

export type FactName = keyof typeof weights;

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
export function isArticle(
  facts: Record<FactName, number>,
  weigh: Record<FactName, number> = weights,
): boolean {
  return factNames.reduce((sum, name) => sum + weigh[name] * facts[name], 0) > 0;
}
