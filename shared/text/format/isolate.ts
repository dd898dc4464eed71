import { hasRightToLeft } from '../characters/direction';

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/** How text that people wrote is put into a sentence of the interface or of a report. */
export type InlineTextFormatter = (text: string) => string;

/** For formats that keep the bytes of a text. */
export const leaveAsWritten: InlineTextFormatter = (text) => text;

/**
 * Isolates the direction of a text (UAX #9, first strong isolate), so that a right-to-left name or quotation does not reorder
 * the figures and punctuation after it. Texts without right-to-left characters stay as they are.
 */
export const isolate: InlineTextFormatter = (text) =>
  hasRightToLeft(text) ? `${firstStrongIsolate}${text}${popIsolate}` : text;
