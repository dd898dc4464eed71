import { getExtension } from '../base/file-signatures.ts';
import type { Format, InputFile } from '../base/format.ts';

/** The signature of a PDF may begin anywhere in this many bytes (ISO 32000-1, annex H.3.4.1). */
const maxSignatureBytes = 1_024;

function isPdf({ origin, type, bytes }: InputFile): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, maxSignatureBytes));
  const [before, signature] = start.split('%PDF-');
  if (signature === undefined) return false;
  // After other characters it may be part of a text, so the type or the name has to say PDF as well.
  return before?.trim() === '' || type === 'application/pdf' || getExtension(origin.name ?? '') === 'pdf';
}

/**
 * PDF (ISO 32000-1), read by pdf.js. For a draft the layout of its pages is analyzed (`pdf-draft.ts` names the stages); for a
 * search its text is read as it stands in the file (`pdf-text.ts`). Loaded when there is a PDF to read, so that other files do not wait
 * for it, and the window does not stall while it is compiled.
 */
export const pdf: Format = {
  matches: isPdf,
  readDraft: async (file, reporter) => (await import('./pdf-draft.ts')).readPdfDraft(file, reporter),
  readText: async (file, reporter) => (await import('./pdf-text.ts')).readPdfText(file, reporter),
};
