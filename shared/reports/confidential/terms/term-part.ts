import type { LeakLevel } from '../leak';
import type { NameForm } from './confidential-term';

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
