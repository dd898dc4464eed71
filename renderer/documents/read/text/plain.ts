import type { DocumentText } from '#shared/import/base/document-text.ts';
import { decodeText } from '../base/decode-text.ts';
import type { Format, InputFile } from '../base/format.ts';
import { importPastedText, importTextFile } from './import-text.ts';

/** Text without a format of its own: plain text, Markdown, data. Every file that no other format reads is refused here. */
export const plain: Format = {
  matches: () => true,
  readDraft: ({ origin, bytes, charset, encoding = null }) =>
    origin.name === null
      ? importPastedText(new TextDecoder().decode(bytes))
      : importTextFile(origin.name, bytes, charset, encoding),
  readText: readTextFile,
};

export function readTextFile({ origin, bytes, charset }: InputFile): DocumentText {
  const decoded = decodeText(origin.name ?? '', bytes, [charset ?? '']);
  if (decoded.ok) return { state: 'read', pages: [decoded.text], paged: false, beside: [] };
  return decoded.problem.code === 'undecodable'
    ? {
        state: 'unreadable',
        why: 'The text of the file is damaged, or in an encoding that is not known.',
      }
    : { state: 'noText' };
}
