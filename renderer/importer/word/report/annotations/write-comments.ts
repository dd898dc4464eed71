import { findChildren, getAttribute } from '../../../xml';
import { readStyleIds } from '../markup/find-style';
import { createXmlMarkup } from '../markup/xml-markup';
import type { EditedPackage } from '../package/edited-package';
import { openRelatedPart } from '../package/related-part';
import type { MainPart } from '../story/edited-story';
import { CommentThreads } from './comment-threads';
import { createComment } from './create-comment';
import { collectIds, takeFreeId } from './hex-ids';
import type { PreparedComment } from './prepared-comment';
import { renumberHeading } from './renumber-heading';
import { type WrittenComment, writeCommentIds } from './write-comment-ids';
import { writePeople } from './write-people';

const emptyThreads = '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>';

/**
 * Adds comments to a file: to the part of its comments, and to those that hold their threads, durable ids, times and authors. Entries of the file
 * stay as they are, but for the numbers of claims in headings of ours (`newNumbers`, by the ids of the comments). A part for threads is begun only for a reply: its presence says that all replies are in it.
 */
export function writeComments(
  pkg: EditedPackage,
  { name: mainPart, root: { namespaceURI } }: MainPart,
  comments: readonly PreparedComment[],
  newNumbers: ReadonlyMap<string, number> = new Map(),
): void {
  if (comments.length === 0 && newNumbers.size === 0) return;
  const part = openRelatedPart(pkg, mainPart, 'comments', `<w:comments xmlns:w="${namespaceURI}"/>`);
  const threadsPart = openRelatedPart(pkg, mainPart, 'commentsExtended', emptyThreads);
  if (!part) throw new Error('The comments of the file can’t be read.');
  const threads = threadsPart && new CommentThreads(threadsPart.root);
  const earlier = new Map(findChildren(part.root, 'comment').map((one) => [getAttribute(one, 'id'), one]));
  const hasThreads =
    pkg.parts.has(threadsPart?.name ?? '') || comments.some(({ parent }) => earlier.has(parent));
  for (const [id, number] of newNumbers) {
    const comment = earlier.get(id);
    if (comment) renumberHeading(comment, number);
  }
  const usedIds = collectIds(pkg.parts, 'paraId');
  const tools = {
    markup: createXmlMarkup(part.root),
    findStyle: readStyleIds(pkg, mainPart),
    addLink: (href: string) => pkg.addRelationship(part.name, 'hyperlink', href, true),
  };
  const written = comments.map((comment): WrittenComment => {
    const takeParagraphId = () => takeFreeId(usedIds, comment.durableId);
    const { element, paragraphId } = createComment(tools, comment, takeParagraphId);
    const parent = earlier.get(comment.parent);
    const threadId = (hasThreads && parent && threads?.getThreadId(parent, takeParagraphId)) || null;
    if (hasThreads) threads?.add(paragraphId, threadId);
    if (threadId !== null && comment.reopens) threads?.reopen(threadId);
    part.append(element);
    return { comment, paragraphId };
  });
  part.save();
  if (hasThreads) threadsPart?.save();
  writeCommentIds(pkg, mainPart, written);
  writePeople(
    pkg,
    mainPart,
    comments.map(({ author }) => author),
  );
}
