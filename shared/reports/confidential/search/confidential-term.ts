import type { LeakLevel } from '#shared/reports/base/leak.ts';

/**
 * The text that makes a term public if it contains the term: only the article, or the whole report, which includes texts about
 * public sources.
 */
export type PublicIn = 'article' | 'report';

/**
 * A form that stands for a name: `initials` such as `Z. Q.` or `Ms Q.`, a `beginning` such as `Zanzi`, or a `misspelling` with one letter
 * added, removed or replaced, or two neighbours swapped.
 */
type NameForm = 'initials' | 'beginning' | 'misspelling';

/** A string that no report may contain. */
export interface ConfidentialTerm {
  text: string;
  /** Describes the term without containing it: `the title of a confidential source`. */
  description: string;
  level: LeakLevel;
  /**
   * The text that makes the term public, so that it may be repeated anywhere: the article for a part of a name; also a public
   * source for an organization, a few words or a page. Terms without it may occur only in those texts, because a note that repeats
   * a person's full name can reveal who the source is.
   */
  publicIn?: PublicIn;
  /**
   * Whether it is a run of words from a quotation or a note. It may be repeated if it was written about several sources, as a
   * reviewer's standard phrase is: "Confirmed by phone on Monday".
   */
  isRun?: true;
  /** Whether it is a whole quotation or note, or a sentence of one. It may occur in the text of a public source that says the same. */
  isProse?: true;
  /** Whether it counts only where it begins with a capital letter. */
  isCapitalized?: true;
  /**
   * Whether it comes only from the author's annotations. The author's own file has it anyway, and the checker has not marked it as
   * secret.
   */
  isOfAuthor?: true;
  /** Whether the reviewer is asked about it even in published words: a form of a name, or words that the reviewer wants hidden. */
  isAlwaysAsked?: true;
  /** Its form, if it stands for a name without being the name as written. */
  form?: NameForm;
  /** The normalized word of a name that it is a form of. If the article prints that word, its forms reveal no more. */
  formOf?: string;
  /** Whether it is also found with one or two more letters at its end. */
  isInflected?: true;
  /**
   * How often the term may occur in the text of the author's file, and whether it may occur in the file's properties. Without an
   * allowance it may not occur at all.
   */
  allowance?: { inText: number; inProperties: boolean };
}

/** A part of a value that a reader could recognise it by. */
export interface TermPart {
  text: string;
  level: LeakLevel;
  /** Whether it counts only where it begins with a capital letter, because it is an ordinary word in lower case. */
  isCapitalized?: true;
  /** Whether one or two letters more at its end are the same name in another case: `Quillfeathers`. */
  isInflected?: true;
  /** As in `ConfidentialTerm`. */
  form?: NameForm;
  formOf?: string;
  isAlwaysAsked?: true;
}
