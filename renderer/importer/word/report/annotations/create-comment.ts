import { toXmlText } from '../../../../../shared/reports/word/xml-text';
import { createLineParagraph, type LineTools } from '../markup/line-runs';
import type { PreparedComment } from './prepared-comment';

/** Word's mark of a comment at its beginning, which shows its number in print. */
function createMark<T>({ markup: { create }, findStyle }: LineTools<T>): T {
  const style = findStyle('character', 'annotation reference');
  const look = style === null ? create('sz', { val: 16 }) : create('rStyle', { val: style });
  return create('r', {}, [create('rPr', {}, [look]), create('annotationRef')]);
}

/** A comment, each of whose paragraphs has an id. The last one identifies it in other parts. */
export function createComment<T>(
  tools: LineTools<T>,
  comment: PreparedComment,
  takeParagraphId: () => string,
): { element: T; paragraphId: string } {
  const { create } = tools.markup;
  const style = tools.findStyle('paragraph', 'annotation text');
  let paragraphId = '';
  const paragraphs = comment.lines.map((line, index) => {
    paragraphId = takeParagraphId();
    const attributes = { 'w14:paraId': paragraphId, 'w14:textId': '77777777' };
    return createLineParagraph(tools, line, {
      style,
      attributes,
      start: index === 0 ? [createMark(tools)] : [],
    });
  });
  const attributes = {
    id: comment.id,
    author: toXmlText(comment.author),
    ...(comment.at === null ? {} : { date: comment.at }),
    initials: toXmlText(comment.initials),
  };
  return { element: create('comment', attributes, paragraphs), paragraphId };
}
