import type { Format } from '../format';
import { isPdf } from './pages/open-pdf';
import { readPdfDraft } from './pdf-draft';
import { readPdfText } from './text/pdf-text';

/**
 * PDF (ISO 32000-1), read by pdf.js. For a draft the layout of its pages is analyzed (`pdf-draft.ts` names the stages); for a
 * search its text is read as it stands in the file (`text/`).
 */
export const pdf: Format = {
  matches: isPdf,
  readDraft: readPdfDraft,
  readText: readPdfText,
};
