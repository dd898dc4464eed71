/**
 * Sets of punctuation that several modules need, each as the inside of a character class of a regular expression. A module that
 * needs more adds it beside them, so that the difference can be seen.
 */

/** Characters that can't be seen and do not separate words: soft hyphen, zero-width space and joiners, byte order mark. */
export const invisibleClass = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';

/** Dashes and the minus sign, but not the hyphen-minus of the keyboard. */
export const dashClass = '\\u2010-\\u2015\\u2212';

/** Spaces other than the one of the keyboard that are set between words or figures. */
export const typographicSpaceClass = '\\u00a0\\u2007\\u2009\\u202f';

/** Single quotation marks and what is typed for them, but not the apostrophe of the keyboard. */
export const singleQuoteClass = '‘’‚‛′‹›´`';

/** Double quotation marks, but not the one of the keyboard. */
export const doubleQuoteClass = '“”„‟″«»';

/** Apostrophes within words, but not the one of the keyboard. */
export const apostropheClass = '’‘ʼ＇';

/** Punctuation that ends sentences of Latin, Greek and Cyrillic script. */
export const sentenceEndClass = '.!?…';

/** Punctuation that ends sentences in Chinese and Japanese. */
export const cjkSentenceEndClass = '。！？';
