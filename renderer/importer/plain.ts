import { decodeText } from '../../shared/import/text/decode-text';
import { importFile, importPaste } from '../../shared/import/text/import-text';
import type { DocumentText } from '../../shared/quotes/document-text';
import type { File, Format } from './format';

/** Text as it stands: plain, Markdown, data. Whatever no other format takes ends here, to be told what is wrong with it. */
export const plain: Format = {
  fits: () => true,
  draft: ({ origin, bytes, charset }) =>
    origin.name === null
      ? importPaste(new TextDecoder().decode(bytes))
      : importFile(origin.name, bytes, charset),
  text: readPlain,
};

export function readPlain({ origin, bytes, charset }: File): DocumentText {
  const decoded = decodeText(origin.name ?? '', bytes, [charset ?? '']);
  if (decoded.ok) return { state: 'read', pages: [decoded.text], paged: false, beside: [] };
  return decoded.problem.code === 'undecodable'
    ? {
        state: 'unreadable',
        why: 'The letters of the file are damaged, or in an encoding that is not known.',
      }
    : { state: 'noText' };
}
