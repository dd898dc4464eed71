import type { Mark } from '#shared/domain/base/draft.ts';
import type { CommentAnchor, CommentEdge } from '#shared/import/base/comment-claims.ts';

/** How characters are set, and where they lead. */
export interface TextStyle {
  bold: boolean;
  italic: boolean;
  /** The address of the link that they are part of. */
  href: string | null;
}

export const plainTextStyle: TextStyle = { bold: false, italic: false, href: null };

/** How text is set, and the name of the note that it refers to. */
export interface InlineStyle extends TextStyle {
  noteRef: string | null;
}

export const plainInlineStyle: InlineStyle = { ...plainTextStyle, noteRef: null };

/** A range of a text that has one style; offsets are UTF-16 code units. */
export interface StyledRange {
  start: number;
  end: number;
  style: InlineStyle;
}

/** For each kind of mark: the fields of the mark that a style has, or null when it has none. */
const markKinds: ((style: InlineStyle) => Pick<Mark, 'kind' | 'href' | 'target'> | null)[] = [
  ({ bold }) => (bold ? { kind: 'bold', href: null, target: null } : null),
  ({ italic }) => (italic ? { kind: 'italic', href: null, target: null } : null),
  ({ href }) => (href === null ? null : { kind: 'link', href, target: null }),
  ({ noteRef }) => (noteRef === null ? null : { kind: 'noteRef', href: null, target: noteRef }),
];

/**
 * Turns the styles of ranges that follow each other into marks: equal neighbours become one, and none begins or ends with
 * white space.
 */
export function buildMarks(text: string, ranges: readonly StyledRange[]): Mark[] {
  const marks: Mark[] = [];
  for (const getMark of markKinds) {
    let last: Mark | null = null;
    for (const { start, end, style } of ranges) {
      const mark = getMark(style);
      if (!mark) last = null;
      else if (last && last.href === mark.href && last.target === mark.target) last.end = end;
      else {
        last = { ...mark, start, end };
        marks.push(last);
      }
    }
  }
  return marks
    .map((mark) => trimMark(mark, text))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
}

function trimMark(mark: Mark, text: string): Mark {
  const marked = text.slice(mark.start, mark.end);
  const start = mark.start + marked.length - marked.trimStart().length;
  return { ...mark, start, end: start + marked.trim().length };
}

/** Private-use characters count as visible: a document's own symbols are such characters, and so are marks set by a format. */
const visibleCharacter = /[^\s\p{Cc}\p{Cf}\p{Cn}\p{Cs}]/u;

/** Whether a text shows anything at all. */
export function hasVisibleText(text: string): boolean {
  return visibleCharacter.test(text);
}

/** The text of a block, with offsets into it in UTF-16 code units. */
interface BlockContent {
  text: string;
  /** The style that each part of the text was added with. */
  ranges: StyledRange[];
  anchors: CommentAnchor[];
}

/**
 * Collects the text of one block, and where comments begin and end in it. White space is collapsed as in CSS Text 3 (4.1) with
 * `white-space: normal`, so that the same article has the same text in every format: a space is pending until text follows it on its
 * line, whatever elements lie between.
 */
export class BlockText {
  private chunks: string[] = [];
  private ranges: StyledRange[] = [];
  private anchors: CommentAnchor[] = [];
  private length = 0;
  private isLineStart = true;
  /** White space that is written only when text follows. */
  private pending = '';
  private pendingStyle = plainInlineStyle;
  /** How many cells of a table row have ended since the last text. */
  private cellEnds = 0;
  /** Comments that begin at the next visible character. */
  private pendingStarts: string[] = [];

  /** The last text that was added on the line, with the white space behind it; '' at the start of the block. */
  get lastText(): string {
    if (this.cellEnds > 0) return '\t';
    return this.pending === '' ? (this.chunks.at(-1) ?? '') : this.pending;
  }

  /** Whether a line break is the last thing that was added. */
  get endsLine(): boolean {
    return this.pending.endsWith('\n');
  }

  /** Adds text of the document. Returns whether it is more than white space. */
  add(text: string, style: InlineStyle): boolean {
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ');
    const trimmed = collapsed.replace(/^ | $/g, '');
    if (collapsed.startsWith(' ')) this.addSpace(style);
    if (trimmed === '') return false;
    this.addTrimmed(trimmed, style);
    if (collapsed.endsWith(' ')) this.addSpace(style);
    return true;
  }

  /** Adds one line of preformatted text, with its spaces. */
  addPreformatted(line: string, style: InlineStyle): void {
    const trimmed = line.trim();
    const indent = line.length - line.trimStart().length;
    if (this.pending === '') this.pendingStyle = style;
    this.pending += line.slice(0, indent);
    if (trimmed === '') return;
    this.addTrimmed(trimmed, style);
    this.pending = line.slice(indent + trimmed.length);
    this.pendingStyle = style;
  }

  /** Ends the line. Returns false when a line break is already pending. */
  break(style = this.pendingStyle): boolean {
    if (this.isLineStart) return true;
    if (this.pending.includes('\n')) return false;
    this.pending = '\n';
    this.pendingStyle = style;
    return true;
  }

  /** Ends a cell of a table row. */
  endCell(): void {
    this.cellEnds += 1;
    this.pending = '';
    this.pendingStyle = plainInlineStyle;
    this.isLineStart = true;
  }

  /** Notes that a comment begins with the next text, or ends here. */
  anchor(comment: string, edge: CommentEdge): void {
    if (edge === 'start') this.pendingStarts.push(comment);
    else this.anchors.push({ comment, edge, offset: this.length });
  }

  /** Returns the collected text and starts anew. Does not write the last `droppedCellEnds` cell ends that no text followed. */
  take(droppedCellEnds = 0): BlockContent {
    this.beginComments();
    if (this.length > 0) this.writeCellEnds(this.cellEnds - droppedCellEnds);
    const content = { text: this.chunks.join(''), ranges: this.ranges, anchors: this.anchors };
    this.chunks = [];
    this.ranges = [];
    this.anchors = [];
    this.length = 0;
    this.isLineStart = true;
    this.pending = '';
    this.pendingStyle = plainInlineStyle;
    this.cellEnds = 0;
    return content;
  }

  private addSpace(style: InlineStyle): void {
    if (this.isLineStart || this.pending !== '') return;
    this.pending = ' ';
    this.pendingStyle = style;
  }

  private addTrimmed(text: string, style: InlineStyle): void {
    this.writeCellEnds(this.cellEnds);
    this.cellEnds = 0;
    if (!this.isLineStart && this.pending !== '') this.write(this.pending, this.pendingStyle);
    this.pending = '';
    this.beginComments();
    this.write(text, style);
    this.isLineStart = false;
  }

  private beginComments(): void {
    for (const comment of this.pendingStarts.splice(0))
      this.anchors.push({ comment, edge: 'start', offset: this.length });
  }

  private writeCellEnds(count: number): void {
    if (count > 0) this.write('\t'.repeat(count), plainInlineStyle);
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

/** The text without white space at its ends, such as no-break spaces; the tabs between cells stay. */
export function trimEnds({ text: whole, ranges }: BlockContent): Pick<BlockContent, 'text' | 'ranges'> {
  let from = 0;
  let to = whole.length;
  while (from < to && isSpace(whole.charAt(from))) from += 1;
  while (to > from && isSpace(whole.charAt(to - 1))) to -= 1;
  const text = whole.slice(from, to);
  return {
    text,
    ranges: ranges.map(({ start, end, style }) => ({
      start: Math.max(0, start - from),
      end: Math.min(text.length, end - from),
      style,
    })),
  };
}
