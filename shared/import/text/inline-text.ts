import type { Mark } from '#shared/domain/base/draft.ts';
import type { AnchoredBlock, CommentAnchor, CommentEdge } from '../base/comment-claims.ts';

interface OpenMark {
  kind: Mark['kind'];
  href: string | null;
  /** Null until text follows. */
  start: number | null;
}

/** The text of a block or of a table's cell, with offsets into it in UTF-16 code units. */
export interface InlineContent {
  text: string;
  marks: Mark[];
  anchors: CommentAnchor[];
  /** Whether the next paragraph goes on here, because the end of this one was deleted. */
  joinsNext: boolean;
}

export const plainContent = (text: string): InlineContent => ({
  text,
  marks: [],
  anchors: [],
  joinsNext: false,
});

/**
 * Collects the text of one block and its marks. Consecutive line breaks become one; those at the start and the end are
 * left out.
 */
export class InlineText implements InlineContent {
  text = '';
  readonly marks: Mark[] = [];
  readonly anchors: CommentAnchor[] = [];
  joinsNext = false;
  private readonly openMarks: OpenMark[] = [];
  /** Comments that begin with the next text. */
  private readonly pendingStarts: string[] = [];
  private hasPendingBreak = false;
  /** The space before text that was left out; null where none was. */
  private gap: string | null = null;
  /** How many marks and anchors the last gap has moved. No later gap reaches them, because the text before a gap ends in a word. */
  private settled = { marks: 0, anchors: 0 };

  addText(added: string): void {
    const text = this.gap === null ? added : this.closeGap(this.gap, added);
    if (text === '') return;
    if (this.hasPendingBreak && this.text !== '') this.text += '\n';
    this.hasPendingBreak = false;
    for (const mark of this.openMarks) mark.start ??= this.text.length;
    for (const comment of this.pendingStarts.splice(0)) this.addAnchor(comment, 'start');
    this.text += text;
  }

  addLineBreak(): void {
    this.hasPendingBreak = true;
  }

  /** Leaves text out. Spaces before and after it become one, and none before punctuation or at the start or end of a line. */
  leaveGap(): void {
    if (this.gap !== null) return;
    const trimmed = this.text.trimEnd();
    this.gap = this.text.slice(trimmed.length);
    this.text = trimmed;
    for (const mark of this.marks.slice(this.settled.marks)) mark.end = Math.min(mark.end, trimmed.length);
    for (const anchor of this.anchors.slice(this.settled.anchors))
      anchor.offset = Math.min(anchor.offset, trimmed.length);
    this.settled = { marks: this.marks.length, anchors: this.anchors.length };
  }

  private closeGap(gap: string, added: string): string {
    if (added === '') return '';
    this.gap = null;
    if (this.text === '' || this.hasPendingBreak) return added.trimStart();
    const isSpaced = /^[\s.,;:!?)\]”’»]/.test(added);
    if (!isSpaced) this.text += gap;
    return added;
  }

  beginMark(kind: Mark['kind'], href: string | null = null): void {
    this.openMarks.push({ kind, href, start: null });
  }

  /** Adds the number of a note in brackets, as other formats have it. `target` is the name of the note's block. */
  addNoteReference(number: number, target: string): void {
    this.addText(`[${number}]`);
    const end = this.text.length;
    this.marks.push({ kind: 'noteRef', start: end - `[${number}]`.length, end, href: null, target });
  }

  endMark(): void {
    const mark = this.openMarks.pop();
    if (!mark || mark.start === null) return;
    this.marks.push({ ...mark, start: mark.start, end: this.text.length, target: null });
  }

  beginComment(comment: string): void {
    this.pendingStarts.push(comment);
  }

  addAnchor(comment: string, edge: CommentEdge, offset = this.text.length): void {
    this.anchors.push({ comment, edge, offset });
  }

  /** Finishes the text: a comment that no text follows is at its end, and a space stays before text of the next paragraph. */
  finish(): this {
    if (this.joinsNext) this.text += this.gap ?? '';
    for (const comment of this.pendingStarts.splice(0)) this.addAnchor(comment, 'start');
    return this;
  }
}

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
