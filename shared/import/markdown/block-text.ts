import type { AnchoredBlock } from '../comments/anchored-block';
import type { InlineContent } from './inline-text';

/** A block and the source line that it begins on, counted from 0. */
export interface MarkdownBlock extends AnchoredBlock {
  line: number;
}

/** A text with its marks and the places of comments, as offsets into it in UTF-16 code units. */
type MarkedText = Pick<InlineContent, 'text' | 'marks' | 'anchors'>;

/** The text with other text before it. */
export function addBefore(begin: string, { text, marks, anchors }: MarkedText): MarkedText {
  const joined: MarkedText = { text: begin, marks: [], anchors: [] };
  append(joined, { text, marks, anchors });
  return joined;
}

/** Adds a text to the end of another one, which may be a block. One by one, because a text may have 100,000 marks. */
export function append(target: MarkedText, { text, marks, anchors }: MarkedText): void {
  const { length } = target.text;
  for (const mark of marks)
    target.marks.push({ ...mark, start: length + mark.start, end: length + mark.end });
  for (const anchor of anchors) target.anchors.push({ ...anchor, offset: length + anchor.offset });
  target.text += text;
}
