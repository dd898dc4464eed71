import type { Token } from 'markdown-it';
import { maxUrlLength } from '#shared/domain/base/primitives.ts';
import { hiddenComment } from './hidden-comments.ts';
import { type InlineContent, InlineText } from './inline-text.ts';
import { getNoteLabel } from './parse-markdown.ts';
import { trackedSpanSchema, trackedTokens } from './tracked-markup.ts';
import { type TrackedResult, TrackedText } from './tracked-text.ts';

/** The name by which references find the block of a note. */
export const getNoteName = (label: string): string => `note ${label}`;

/** The attribute of a token; null when it has none. */
export function getAttribute(token: Token, name: 'href' | 'src' | 'title'): string | null {
  const value = token.attrGet(name);
  return value === null ? null : String(value);
}

/** The parts that all lines of a text share: the numbers of its notes, its comments and changes. */
export interface InlineContext {
  noteNumbers: ReadonlyMap<string, number>;
  inlineNotes: ReadonlyMap<string, Token[]>;
  tracked: TrackedResult;
}

/** Reads the tokens of a line, or of several, into the text of a block. */
class InlineReader {
  readonly text = new InlineText();
  private readonly tracked: TrackedText;
  /** The address of the last link in text that is not kept. */
  private address = '';

  constructor(private readonly context: InlineContext) {
    this.tracked = new TrackedText(this.text, context.tracked);
  }

  read(token: Token): void {
    if (token.type === trackedTokens.open) this.tracked.begin(trackedSpanSchema.parse(token.meta));
    else if (token.type === trackedTokens.close) this.tracked.end();
    else if (token.type === 'image') this.readImage(token);
    else if (this.tracked.isKept) this.readKept(token);
    else this.readNotKept(token);
  }

  /** Reads words of a comment, or of a deletion. The address of a link is written out, because a comment is plain text. */
  private readNotKept(token: Token): void {
    if (token.type === 'link_open') this.address = getAttribute(token, 'href') ?? '';
    const isWritten = token.markup === 'autolink' || this.address === '';
    if (token.type === 'softbreak' || token.type === 'hardbreak') this.addText(' ');
    else if (token.type === 'link_close' && !isWritten) this.addText(` (${this.address})`);
    else this.addText(token.content);
  }

  private addText(text: string): void {
    this.tracked.addWords(text);
    if (this.tracked.isKept) this.text.addText(text);
    else this.tracked.leaveOut(text);
  }

  private readKept(token: Token): void {
    const { text } = this;
    if (token.type === 'softbreak' || token.type === 'hardbreak') text.addLineBreak();
    else if (token.type === hiddenComment) this.leaveOutHidden();
    else if (token.type === 's_open') this.context.tracked.struckCount += 1;
    else if (token.type === 's_close') return;
    else if (token.type === 'strong_open') text.beginMark('bold');
    else if (token.type === 'em_open') text.beginMark('italic');
    else if (token.type === 'link_open') this.beginLink(token);
    else if (token.nesting === -1) text.endMark();
    else if (token.type === 'footnote_ref') this.addNoteReference(token);
    // A line break written as an entity is white space in CommonMark, not a line break.
    else this.addText(token.content.replace(/[\r\n]/g, ' '));
  }

  private leaveOutHidden(): void {
    this.context.tracked.hiddenCount += 1;
    this.text.leaveGap();
  }

  private readImage(token: Token): void {
    // The text of an image is its alternative text, else its title.
    if (token.content.trim() === '') this.addText(getAttribute(token, 'title') ?? '');
    else for (const child of token.children ?? []) this.read(child);
  }

  private beginLink(token: Token): void {
    const href = getAttribute(token, 'href');
    this.text.beginMark('link', href !== null && href.length <= maxUrlLength ? href : null);
  }

  private addNoteReference(token: Token): void {
    const label = getNoteLabel(token);
    this.text.addNoteReference(this.context.noteNumbers.get(label) ?? 0, getNoteName(label));
  }
}

/** Reads the text of the tokens of a line, its marks, and the places of comments in it. */
export function readInline(tokens: readonly Token[], context: InlineContext): InlineContent {
  const reader = new InlineReader(context);
  for (const child of tokens) reader.read(child);
  return reader.text.finish();
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
