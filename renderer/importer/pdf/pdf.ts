import type { Format } from '../format';
import { isPdf } from './is-pdf';

/**
 * PDF (ISO 32000-1), read by pdf.js. For a draft the layout of its pages is analyzed (`pdf-draft.ts` names the stages); for a
 * search its text is read as it stands in the file (`text/`). Loaded when there is a PDF to read, so that other files do not wait
 * for it, and the window does not stall while it is compiled.
 */
export const pdf: Format = {
  matches: isPdf,
  readDraft: async (file, reporter) => (await import('./pdf-draft')).readPdfDraft(file, reporter),
  readText: async (file, reporter) => (await import('./text/pdf-text')).readPdfText(file, reporter),
};
