import { formatAnnotation } from '../../../shared/import/annotations/annotation';
import { toAnnotation } from '../../../shared/import/comments/comment-thread';
import type { DocumentText } from '../../../shared/quotes/document-text';
import type { Flow } from './flow';
import { toThread } from './flow-comment';

/** The text of a document in which quotes are searched; its comments, properties and links are beside it. */
export function createSearchText({ blocks, comments, properties, beside }: Flow): DocumentText {
  const hrefs = blocks.flatMap(({ marks }) => marks.flatMap(({ href }) => href ?? []));
  const notes = Array.from(
    comments.values(),
    (comment) => formatAnnotation(toAnnotation(toThread(comment))) ?? '',
  );
  const all = [properties.title, properties.creator, ...beside, ...hrefs, ...notes];
  return {
    state: 'read',
    pages: [blocks.map(({ text }) => text).join('\n')],
    paged: false,
    beside: all.filter((text) => text !== ''),
  };
}
