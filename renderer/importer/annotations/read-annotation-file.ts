import { decodeText } from '../../../shared/import/text/decode-text';
import type { ReadAnnotations } from '../../../shared/import/web-annotation/imported-annotations';
import { readAnnotations } from '../../../shared/import/web-annotation/read-annotations';
import type { InputFile, Reporter } from '../format';
import { htmlToPlainText } from '../web/html-text';

/** Reads a file as Web Annotations (`shared/import/web-annotation`), or says why it can't be. */
export async function readAnnotationFile(
  { origin, bytes }: InputFile,
  { reportError }: Pick<Reporter, 'reportError'>,
): Promise<ReadAnnotations> {
  const name = origin.name ?? 'The file';
  try {
    // RFC 8259: JSON that goes from one program to another is UTF-8.
    const decoded = decodeText(name, bytes, ['utf-8']);
    if (decoded.ok) return readAnnotations(name, decoded.text, htmlToPlainText);
    return { ok: false, isOther: true, message: decoded.problem.message };
  } catch (error) {
    reportError(error);
    return {
      ok: false,
      isOther: false,
      message: `${name} can’t be read: it is damaged. Nothing was changed; ask for the file again from whoever made it.`,
    };
  }
}
