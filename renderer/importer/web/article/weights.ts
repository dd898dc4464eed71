/**
 * What each fact about a block of a page weighs. A block is a part of the article when the facts times their weights add up to more
 * than 0.
 */
export const weights = {
  constant: -0.78,
  inCore: 2.44,
  linkShare: -1.59,
  isLink: -0.64,
  isHeading: 0.8,
  isListItem: 2.45,
  isCaption: 1.39,
  isTableRow: 1.8,
  isQuote: 1.86,
  isShort: 1.08,
  isLong: 1.78,
  isSentence: 0.22,
  furnitureName: -1.08,
  detailsName: -2.62,
  captionName: -0.4,
  asideName: -0.86,
  isOutside: -0.8,
  inHeader: -1.16,
  furnitureText: -3.44,
  isDate: -1.02,
  isCredit: -2.41,
  isBefore: 0.52,
  isAfter: -2.3,
  mainShare: 1.2,
  isForeign: -1.7,
  isForeignAfter: -1.13,
  isTitle: -0.85,
  inArticleBody: 0.7,
  inJsonLd: 0.96,
  underLabel: -2.04,
};

export type FactName = keyof typeof weights;
