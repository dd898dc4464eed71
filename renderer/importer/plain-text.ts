import { decodeText } from '../../shared/import/decode-text';
import type { DocumentText } from '../../shared/import/document-text';
import type { File } from './read-text';

/** A file that is text as it stands: of a note, a table, data. Anything else has no text. */
export function readPlain({ name, bytes }: File): DocumentText {
  const decoded = decodeText(name, bytes);
  if (decoded.ok) return { state: 'read', pages: [decoded.text], paged: false, beside: [] };
  return decoded.problem.code === 'undecodable'
    ? {
        state: 'unreadable',
        why: 'The letters of the file are damaged, or in an encoding that is not known.',
      }
    : { state: 'noText' };
}
