import type { CommentEdge } from '../../../shared/import/comments/anchored-block';
import {
  buildMarks,
  type InlineStyle,
  plainInlineStyle,
  type StyledRange,
} from '../web/elements/styled-text';
import type { FlowBlock } from './flow-block';
import type { FlowStyle } from './flow-style';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const controlCharacters = /[\u0000-\u0008\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is searched for
const uncommonSpace = / {2}|[\u0000-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/;

/**
 * Collects the text of one block, and where comments begin and end in it. White space is collapsed and trimmed as on a web page,
 * so that the same article has the same text in every format.
 */
export class FlowText {
  private readonly chunks: string[] = [];
  private readonly ranges: StyledRange[] = [];
  private readonly anchors: FlowBlock['anchors'] = [];
  private length = 0;
  /** White space that is written only when text follows on it. */
  private pending = '';
  private pendingStyle = plainInlineStyle;
  /** How many passages are struck through. */
  struckCount = 0;
  private isLastStruck = false;
  /** Comments that begin at the next visible character. */
  private readonly pendingStarts: string[] = [];

  /** The last text that was added on the line, with the white space behind it; '' at its start. */
  get lastText(): string {
    return this.pending === '' ? (this.chunks.at(-1) ?? '') : this.pending;
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  /** Whether a line break is the last thing that was added. */
  get endsLine(): boolean {
    return this.pending.endsWith('\n');
  }

  add(text: string, style: FlowStyle): void {
    const collapsed = uncommonSpace.test(text)
      ? text.replace(controlCharacters, '').replace(/[ \t\n\v\f\r]+/g, ' ')
      : text;
    const trimmed = collapsed.replace(/^ | $/g, '');
    if (collapsed.startsWith(' ')) this.addSpace(style);
    if (trimmed === '') return;
    if (style.isStruck && !this.isLastStruck) this.struckCount += 1;
    this.isLastStruck = style.isStruck;
    if (this.pending !== '') this.write(this.pending, this.pendingStyle);
    this.pending = '';
    for (const comment of this.pendingStarts.splice(0))
      this.anchors.push({ comment, edge: 'start', offset: this.length });
    this.write(trimmed, style);
    if (collapsed.endsWith(' ')) this.addSpace(style);
  }

  /** Ends the line. */
  break(): void {
    if (this.length > 0 && /^ ?$/.test(this.pending)) this.pending = '\n';
  }

  /** Ends a cell of a table row. */
  endCell(): void {
    this.pending = `${this.pending.replace(/[^\t]/g, '')}\t`;
    this.pendingStyle = plainInlineStyle;
  }

  anchor(comment: string, edge: CommentEdge): void {
    if (edge === 'start') this.pendingStarts.push(comment);
    else this.anchors.push({ comment, edge, offset: this.length });
  }

  /** The text with its marks and anchors. The end of a row's last cell is no text; empty cells before it are. */
  take(isRow: boolean): Pick<FlowBlock, 'text' | 'marks' | 'anchors'> {
    for (const comment of this.pendingStarts.splice(0))
      this.anchors.push({ comment, edge: 'start', offset: this.length });
    if (isRow && this.length > 0) this.write(this.pending.replace(/[^\t]/g, '').slice(1), plainInlineStyle);
    // Half of a character of two units is no character.
    const text = this.chunks.join('').replace(/\p{Surrogate}/gu, '\ufffd');
    return { text, marks: buildMarks(text, this.ranges), anchors: this.anchors };
  }

  private addSpace(style: InlineStyle): void {
    const isLineStart = this.length === 0 || /[\n\t]$/.test(this.pending);
    if (isLineStart || this.pending !== '') return;
    this.pending = ' ';
    this.pendingStyle = style;
  }

  private write(text: string, style: InlineStyle): void {
    if (text === '') return;
    const start = this.length;
    this.chunks.push(text);
    this.length += text.length;
    this.ranges.push({ start, end: this.length, style });
  }
}
