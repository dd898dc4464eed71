import { hasRightToLeft } from '../characters/direction';

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/** How words that people wrote are put into a sentence of the interface or of a report. */
export type Telling = (words: string) => string;

/** Words as they were written, for formats that keep their bytes. */
export const asWritten: Telling = (words) => words;

/**
 * Words in a direction of their own (UAX #9, first strong isolate), so that a name or quotation from right to left does not
 * turn the figures and signs after it around. Words without such letters stay as they are.
 */
export const isolate: Telling = (words) =>
  hasRightToLeft(words) ? `${firstStrongIsolate}${words}${popIsolate}` : words;
