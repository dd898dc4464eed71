import type { Mark } from '../../domain/draft/draft';
import type { AnchoredBlock, CommentAnchor } from '../comments/anchored-block';
import type { InlineContent } from './inline-text';
import { shiftAnchors, shiftMarks } from './table-row';

/** A block and the source line that it begins on, counted from 0. */
export interface MarkdownBlock extends AnchoredBlock {
  line: number;
}

/** A text with other text before it. */
export function addBefore(
  begin: string,
  { text, marks, anchors }: Pick<InlineContent, 'text' | 'marks' | 'anchors'>,
) {
  return {
    text: begin + text,
    marks: shiftMarks(marks, begin.length),
    anchors: shiftAnchors(anchors, begin.length),
  };
}

/** Adds text to the end of a block; its marks and anchors begin `skipped` UTF-16 code units into it. */
export function append(
  block: MarkdownBlock,
  text: string,
  marks: readonly Mark[],
  anchors: readonly CommentAnchor[],
  skipped: number,
): void {
  const offset = block.text.length + skipped;
  block.marks.push(...shiftMarks(marks, offset));
  block.anchors.push(...shiftAnchors(anchors, offset));
  block.text += text;
}
