/**
 * What each fact about a block of a page weighs. A block is a part of the article when the facts times their weights add up to more
 * than 0.
 */
export const weights = {
  constant: -1.08,
  inCore: 2.51,
  linkShare: -1.69,
  isLink: -0.58,
  isHeading: 1.12,
  isListItem: 2.69,
  isCaption: 1.58,
  isTableRow: 1.95,
  isQuote: 2.02,
  isShort: 0.78,
  isLong: 1.85,
  isSentence: 0.28,
  furnitureName: -1.07,
  detailsName: -2.43,
  captionName: -0.1,
  asideName: -0.58,
  isOutside: -0.66,
  inHeader: -1.11,
  furnitureText: -2.86,
  isDate: -0.97,
  isCredit: -2.45,
  isBefore: 0.65,
  isAfter: -2.19,
  mainShare: 1.33,
  isForeign: -1.81,
  isForeignAfter: -1.09,
  isTitle: -0.82,
  inArticleBody: 0.74,
  inJsonLd: 0.87,
  underLabel: -1.91,
};

export type FactName = keyof typeof weights;
