import { collapseWhitespace } from '../../text/format/collapse-whitespace';
import { findGraphemeStart } from '../../text/segmenter/graphemes';

/** Word's limit for the author of a comment or a change ([MS-OI29500]: 17.13.4.2), in UTF-16 code units. It refuses files with longer ones. */
const maxAuthorLength = 255;

/** The author of comments and changes when nobody is named. */
export const unnamedReviewer = 'Reviewer';

/** The name of a reviewer as the author of comments and changes in a Word file, and as it is read again from there. */
export function toAuthorName(name: string): string {
  const author = collapseWhitespace(name);
  if (author.length <= maxAuthorLength) return author;
  return author.slice(0, findGraphemeStart(author, maxAuthorLength)).trim();
}
