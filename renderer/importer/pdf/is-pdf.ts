import { getExtension } from '../../../shared/import/file-signatures';
import type { InputFile } from '../format';

/** The signature of a PDF may begin anywhere in this many bytes (ISO 32000-1, annex H.3.4.1). */
const maxSignatureBytes = 1_024;

export function isPdf({ origin, type, bytes }: InputFile): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, maxSignatureBytes));
  const [before, signature] = start.split('%PDF-');
  if (signature === undefined) return false;
  // After other characters it may be part of a text, so the type or the name has to say PDF as well.
  return before?.trim() === '' || type === 'application/pdf' || getExtension(origin.name ?? '') === 'pdf';
}
