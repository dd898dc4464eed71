import type { Mark } from '../../../shared/domain/draft/draft';

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
