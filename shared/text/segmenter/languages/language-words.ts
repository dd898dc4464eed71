/**
 * Words of a language that decide where its sentences end. Each list is one string with a space between the words. An abbreviation
 * is written without its last full stop, and without the spaces inside it (`z.B` also stands for “z. B.”). One in lower case also
 * counts with a capital, as at the start of a sentence; one with a capital counts only so.
 */
export interface LanguageWords {
  /** Frequent words that start sentences, in lower case. The language of a text is guessed by them. */
  openers: string;
  /** A name or an explanation follows: the sentence goes on before any word. */
  continuing: string;
  /** A figure follows: the sentence goes on before a digit, a Roman numeral or a bracket. */
  beforeNumbers: string;
  /** They stand in the middle or at the end: the sentence goes on unless one of the openers follows. */
  undecided: string;
  /** They usually stand at the end: the sentence goes on only in lower case, or before a weekday or a time zone. */
  ending: string;
}
