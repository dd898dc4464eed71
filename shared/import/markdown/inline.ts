import type { Token } from 'markdown-it';
import type { Mark } from '../../domain/draft/draft';
import { maxUrlLength } from '../../domain/url';
import { getNoteLabel } from './parse-markdown';

type NoteNumbers = ReadonlyMap<string, number>;

/** The name by which references find the block of a note. */
export const getNoteName = (label: string): string => `note ${label}`;

interface OpenMark {
  kind: Mark['kind'];
  href: string | null;
  /** Null until text follows. */
  start: number | null;
}

/**
 * Collects the text of one block and its marks. Consecutive line breaks become one; those at the start and the end are
 * left out.
 */
class InlineText {
  text = '';
  readonly marks: Mark[] = [];
  private readonly openMarks: OpenMark[] = [];
  private hasPendingBreak = false;

  addText(text: string): void {
    if (text === '') return;
    if (this.hasPendingBreak && this.text !== '') this.text += '\n';
    this.hasPendingBreak = false;
    for (const mark of this.openMarks) mark.start ??= this.text.length;
    this.text += text;
  }

  addLineBreak(): void {
    this.hasPendingBreak = true;
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
}

/** The attribute of a token; null when it has none. */
export function getAttribute(token: Token, name: 'href' | 'src' | 'title'): string | null {
  const value = token.attrGet(name);
  return value === null ? null : String(value);
}

function addImage(inline: InlineText, token: Token, noteNumbers: NoteNumbers): void {
  // The text of an image is its alternative text, else its title.
  if (token.content.trim() === '') inline.addText(getAttribute(token, 'title') ?? '');
  else for (const child of token.children ?? []) addToken(inline, child, noteNumbers);
}

function beginLink(inline: InlineText, token: Token): void {
  const href = getAttribute(token, 'href');
  inline.beginMark('link', href !== null && href.length <= maxUrlLength ? href : null);
}

function addNoteReference(inline: InlineText, token: Token, noteNumbers: NoteNumbers): void {
  const label = getNoteLabel(token);
  inline.addNoteReference(noteNumbers.get(label) ?? 0, getNoteName(label));
}

function addToken(inline: InlineText, token: Token, noteNumbers: NoteNumbers): void {
  if (token.type === 'softbreak' || token.type === 'hardbreak') inline.addLineBreak();
  else if (token.type === 'strong_open') inline.beginMark('bold');
  else if (token.type === 'em_open') inline.beginMark('italic');
  else if (token.type === 'link_open') beginLink(inline, token);
  else if (token.nesting === -1) inline.endMark();
  else if (token.type === 'image') addImage(inline, token, noteNumbers);
  else if (token.type === 'footnote_ref') addNoteReference(inline, token, noteNumbers);
  // A line break written as an entity is white space in CommonMark, not a line break.
  else inline.addText(token.content.replace(/[\r\n]/g, ' '));
}

/** Reads the text of an inline token and its marks, in UTF-16 offsets of that text. */
export function readInline(token: Token, noteNumbers: NoteNumbers): { text: string; marks: Mark[] } {
  const inline = new InlineText();
  for (const child of token.children ?? []) addToken(inline, child, noteNumbers);
  return { text: inline.text, marks: inline.marks };
}

/** Whether a paragraph consists of images, so that its text is a caption. */
export function isImageParagraph(token: Token): boolean {
  const children = token.children ?? [];
  const allowedTypes = ['softbreak', 'hardbreak', 'link_open', 'link_close', 'image'];
  return (
    children.some((child) => child.type === 'image') &&
    children.every(
      (child) => allowedTypes.includes(child.type) || (child.type === 'text' && child.content.trim() === ''),
    )
  );
}
