import type { Mark } from '../../../../shared/domain/draft';

/** How some words are set. */
export interface Style {
  bold: boolean;
  italic: boolean;
  /** Where the link leads that they are. */
  href: string | null;
  /** The name of the note that they refer to. */
  target: string | null;
}

export const plainStyle: Style = { bold: false, italic: false, href: null, target: null };

interface Run {
  start: number;
  end: number;
  style: Style;
}

/** What is set in the same way: the fields of a mark, or null where the style has none of its kind. */
const kinds: ((style: Style) => Pick<Mark, 'kind' | 'href' | 'target'> | null)[] = [
  ({ bold }) => (bold ? { kind: 'bold', href: null, target: null } : null),
  ({ italic }) => (italic ? { kind: 'italic', href: null, target: null } : null),
  ({ href }) => (href === null ? null : { kind: 'link', href, target: null }),
  ({ target }) => (target === null ? null : { kind: 'noteRef', href: null, target }),
];

/** The marks over the runs, those of the same setting that touch as one; none begins or ends with white space. */
function marksOf(text: string, runs: readonly Run[]): Mark[] {
  const marks: Mark[] = [];
  for (const kindOf of kinds) {
    let last: Mark | null = null;
    for (const { start, end, style } of runs) {
      const found = kindOf(style);
      if (!found) last = null;
      else if (last && last.href === found.href && last.target === found.target) last.end = end;
      else {
        last = { ...found, start, end };
        marks.push(last);
      }
    }
  }
  return marks
    .map((mark) => {
      const words = text.slice(mark.start, mark.end);
      const start = mark.start + words.length - words.trimStart().length;
      return { ...mark, start, end: start + words.trim().length };
    })
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
}

const isSpace = (sign: string) => sign !== '\t' && sign.trim() === '';

/** Where the text begins and ends without the white space around it; tabs part cells, and stay. */
function inside(text: string): { start: number; end: number } {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (start < end && isSpace(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/**
 * The words of one block while they are gathered. White space is collapsed as CSS Text 3 (4.1) has it for
 * `white-space: normal`: a space waits until something follows it on its line, whatever elements lie between.
 */
export class InlineText {
  private pieces: string[] = [];
  private runs: Run[] = [];
  private length = 0;
  private atStart = true;
  /** White space that is only there if words follow. */
  private waiting = '';
  private waitingStyle = plainStyle;

  /** Words as the document has them. */
  add(text: string, style: Style): void {
    const words = text.replace(/[ \t\n\r\f]+/g, ' ');
    const bare = words.replace(/^ | $/g, '');
    if (words.startsWith(' ')) this.space(style);
    if (bare === '') return;
    this.push(bare, style);
    if (words.endsWith(' ')) this.space(style);
  }

  /** One line of preformatted text, its spaces as they are. */
  addAsIs(line: string, style: Style): void {
    const bare = line.trim();
    const indent = line.length - line.trimStart().length;
    if (this.waiting === '') this.waitingStyle = style;
    this.waiting += line.slice(0, indent);
    if (bare === '') return;
    this.push(bare, style);
    this.waiting = line.slice(indent + bare.length);
    this.waitingStyle = style;
  }

  /** Ends the line; false when it ended already and nothing has come since. */
  break(style: Style): boolean {
    if (this.atStart) return true;
    if (this.waiting.includes('\n')) return false;
    this.waiting = '\n';
    this.waitingStyle = style;
    return true;
  }

  /** Begins the next cell of a table's row. */
  nextCell(): void {
    this.waiting = '';
    this.write('\t', plainStyle);
    this.atStart = true;
  }

  /** What was gathered, without white space around it but the tabs between cells; after it everything begins anew. */
  take(): { text: string; marks: Mark[] } {
    const whole = this.pieces.join('');
    const { start: from, end: to } = inside(whole);
    const bare = whole.slice(from, to);
    const runs = this.runs.map(({ start, end, style }) => ({
      start: Math.max(0, start - from),
      end: Math.min(bare.length, end - from),
      style,
    }));
    this.pieces = [];
    this.runs = [];
    this.length = 0;
    this.atStart = true;
    this.waiting = '';
    return { text: bare, marks: marksOf(bare, runs) };
  }

  private space(style: Style): void {
    if (this.atStart || this.waiting !== '') return;
    this.waiting = ' ';
    this.waitingStyle = style;
  }

  private push(words: string, style: Style): void {
    if (!this.atStart && this.waiting !== '') this.write(this.waiting, this.waitingStyle);
    this.waiting = '';
    this.write(words, style);
    this.atStart = false;
  }

  private write(text: string, style: Style): void {
    const start = this.length;
    this.pieces.push(text);
    this.length += text.length;
    const last = this.runs.at(-1);
    if (last?.style === style) last.end = this.length;
    else this.runs.push({ start, end: this.length, style });
  }
}
