import type { LeakLevel } from '../leak';

/**
 * The text that has to contain a term so that it may be repeated anywhere: the article's own, or also that about public
 * sources.
 */
export type PublicIn = 'article' | 'report';

/**
 * How a name can be written that is not the name itself: `initials` are `Z. Q.` or `Ms Q.`, a `beginning` is `Zanzi`, and a `misspelling`
 * has one letter more, less or different, or two that changed places.
 */
type NameForm = 'initials' | 'beginning' | 'misspelling';

/** A string that no report may contain. */
export interface ConfidentialTerm {
  text: string;
  /** Description of the term that does not contain it: `the title of a confidential source`. */
  description: string;
  level: LeakLevel;
  /**
   * Where the term has to be public so that it may be repeated anywhere: a part of a name in the article; an organization, a few
   * words or a page in the article or a public source. All other terms may occur in those places alone, because a note
   * that repeats a person's full name can reveal who the source is.
   */
  publicIn?: PublicIn;
  /**
   * Whether it is a run of words from a quotation or a note. A reviewer’s own formula, such as "Confirmed by phone on Monday",
   * is one as well, so it may be repeated when it was written about several sources.
   */
  isRun?: true;
  /** Whether it is a whole quotation or note, or a sentence of one: a public source that says the same makes it public there. */
  isProse?: true;
  /** Whether it only counts where it begins with a capital letter. */
  isCapitalized?: true;
  /**
   * Whether it only comes from annotations of the author, so that the author's own file has it anyway: nothing that the checker
   * wrote or decided says that it is secret.
   */
  isOfAuthor?: true;
  /** Whether it is asked about even in words that others published: a form of a name, or what the reviewer wants hidden. */
  isAlwaysAsked?: true;
  /** The form of a name that it is; absent when it is the name as it is written, or no name. */
  form?: NameForm;
  /** The normalized word of the name that it is a form of: once the article prints that word, its forms say no more. */
  formOf?: string;
  /** Whether it is found with one or two more letters at its end as well. */
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
  /** Whether it only counts where it begins with a capital letter: in lower case it is an ordinary word. */
  isCapitalized?: true;
  /** Whether one or two letters more at its end are the same name in another case: `Quillfeathers`. */
  isInflected?: true;
  /** As in `ConfidentialTerm`. */
  form?: NameForm;
  formOf?: string;
  isAlwaysAsked?: true;
}
