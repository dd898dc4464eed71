import type { Mark } from '../../../../shared/domain/draft/draft';
import { buildMarks, type InlineStyle, plainInlineStyle, type StyledRange } from './styled-text';

/**
 * Collects the text of one block. White space is collapsed as in CSS Text 3 (4.1) with `white-space: normal`: a space is pending
 * until text follows it on its line, whatever elements lie between.
 */
export class InlineText {
  private chunks: string[] = [];
  private ranges: StyledRange[] = [];
  private length = 0;
  private isLineStart = true;
  /** White space that is written only when text follows. */
  private pendingSpace = '';
  private pendingStyle = plainInlineStyle;

  /** Adds text of the document. */
  add(text: string, style: InlineStyle): void {
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ');
    const trimmed = collapsed.replace(/^ | $/g, '');
    if (collapsed.startsWith(' ')) this.addSpace(style);
    if (trimmed === '') return;
    this.addTrimmed(trimmed, style);
    if (collapsed.endsWith(' ')) this.addSpace(style);
  }

  /** Adds one line of preformatted text, with its spaces. */
  addPreformatted(line: string, style: InlineStyle): void {
    const trimmed = line.trim();
    const indent = line.length - line.trimStart().length;
    if (this.pendingSpace === '') this.pendingStyle = style;
    this.pendingSpace += line.slice(0, indent);
    if (trimmed === '') return;
    this.addTrimmed(trimmed, style);
    this.pendingSpace = line.slice(indent + trimmed.length);
    this.pendingStyle = style;
  }

  /** Ends the line. Returns false when a line break is already pending. */
  break(style: InlineStyle): boolean {
    if (this.isLineStart) return true;
    if (this.pendingSpace.includes('\n')) return false;
    this.pendingSpace = '\n';
    this.pendingStyle = style;
    return true;
  }

  /** Begins the next cell of a table row. */
  nextCell(): void {
    this.pendingSpace = '';
    this.write('\t', plainInlineStyle);
    this.isLineStart = true;
  }

  /**
   * Returns the collected text, without white space at its ends except the tabs between cells, and starts anew. `ranges` has the
   * style that each part of it was added with.
   */
  take(): { text: string; marks: Mark[]; ranges: StyledRange[] } {
    const whole = this.chunks.join('');
    const { start: textStart, end: textEnd } = trimSpaces(whole);
    const text = whole.slice(textStart, textEnd);
    const ranges = this.ranges.map(({ start, end, style }) => ({
      start: Math.max(0, start - textStart),
      end: Math.min(text.length, end - textStart),
      style,
    }));
    this.chunks = [];
    this.ranges = [];
    this.length = 0;
    this.isLineStart = true;
    this.pendingSpace = '';
    return { text, marks: buildMarks(text, ranges), ranges };
  }

  private addSpace(style: InlineStyle): void {
    if (this.isLineStart || this.pendingSpace !== '') return;
    this.pendingSpace = ' ';
    this.pendingStyle = style;
  }

  private addTrimmed(text: string, style: InlineStyle): void {
    if (!this.isLineStart && this.pendingSpace !== '') this.write(this.pendingSpace, this.pendingStyle);
    this.pendingSpace = '';
    this.write(text, style);
    this.isLineStart = false;
  }

  private write(text: string, style: InlineStyle): void {
    const start = this.length;
    this.chunks.push(text);
    this.length += text.length;
    const last = this.ranges.at(-1);
    if (last?.style === style) last.end = this.length;
    else this.ranges.push({ start, end: this.length, style });
  }
}

const isSpace = (character: string) => character !== '\t' && character.trim() === '';

/** The span of a text without the white space around it; tabs separate cells, and stay. */
function trimSpaces(text: string): { start: number; end: number } {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
