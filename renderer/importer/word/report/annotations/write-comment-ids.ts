import { createXmlMarkup } from '../markup/xml-markup';
import type { EditedPackage } from '../package/edited-package';
import { openRelatedPart } from '../package/related-part';
import { collectIds, takeFreeId } from './hex-ids';
import type { PreparedComment } from './prepared-comment';

const emptyIds =
  '<w16cid:commentsIds xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"/>';
const emptyExtensions =
  '<w16cex:commentsExtensible xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"/>';

/** A comment, and the id of its last paragraph. */
export interface WrittenComment {
  comment: PreparedComment;
  paragraphId: string;
}

/**
 * Adds the durable ids of comments ([MS-DOCX] 2.5.3.5), and their times in UTC ([MS-DOCX] 2.5.3.7): Word takes the time in the
 * comment itself for local time.
 */
export function writeCommentIds(
  pkg: EditedPackage,
  mainPart: string,
  written: readonly WrittenComment[],
): void {
  const ids = openRelatedPart(pkg, mainPart, 'commentsIds', emptyIds);
  if (!ids) return;
  const used = collectIds(pkg.parts, 'durableId');
  const extensions = openRelatedPart(pkg, mainPart, 'commentsExtensible', emptyExtensions);
  const idMarkup = createXmlMarkup(ids.root);
  const extensionMarkup = extensions && createXmlMarkup(extensions.root);
  for (const { comment, paragraphId } of written) {
    const durableId = takeFreeId(used, comment.durableId);
    ids.append(idMarkup.create('commentId', { paraId: paragraphId, durableId }));
    if (comment.at === null || !extensionMarkup) continue;
    extensions.append(extensionMarkup.create('commentExtensible', { durableId, dateUtc: comment.at }));
  }
  ids.save();
  extensions?.save();
}
