import type { Token } from 'markdown-it';
import type { Mark } from '../../domain/draft';

const longestHref = 8_000;

interface OpenMark {
  kind: Mark['kind'];
  href: string | null;
  /** Null until the first of its words. */
  start: number | null;
}

/** Collects the words of one block and the marks on them. A break is written once, and only between words. */
class Inline {
  text = '';
  readonly marks: Mark[] = [];
  private readonly open: OpenMark[] = [];
  private broken = false;

  words(words: string): void {
    if (words === '') return;
    if (this.broken && this.text !== '') this.text += '\n';
    this.broken = false;
    for (const mark of this.open) mark.start ??= this.text.length;
    this.text += words;
  }

  lineBreak(): void {
    this.broken = true;
  }

  begin(kind: Mark['kind'], href: string | null = null): void {
    this.open.push({ kind, href, start: null });
  }

  end(): void {
    const mark = this.open.pop();
    if (!mark || mark.start === null) return;
    this.marks.push({ ...mark, start: mark.start, end: this.text.length, target: null });
  }
}

/** An attribute as text; null when the token has none. */
export function attribute(token: Token, name: 'href' | 'src' | 'title'): string | null {
  const value = token.attrGet(name);
  return value === null ? null : String(value);
}

function addPicture(inline: Inline, token: Token): void {
  // What a picture shows stands in the article as words: its alternative text, else its title.
  if (token.content.trim() === '') inline.words(attribute(token, 'title') ?? '');
  else for (const child of token.children ?? []) add(inline, child);
}

function beginLink(inline: Inline, token: Token): void {
  const href = attribute(token, 'href');
  inline.begin('link', href !== null && href.length <= longestHref ? href : null);
}

function add(inline: Inline, token: Token): void {
  if (token.type === 'softbreak' || token.type === 'hardbreak') inline.lineBreak();
  else if (token.type === 'strong_open') inline.begin('bold');
  else if (token.type === 'em_open') inline.begin('italic');
  else if (token.type === 'link_open') beginLink(inline, token);
  else if (token.nesting === -1) inline.end();
  else if (token.type === 'image') addPicture(inline, token);
  // A line break written as an entity is white space to CommonMark, and no break of ours.
  else inline.words(token.content.replace(/[\r\n]/g, ' '));
}

/** The words of an inline token and the marks on them, in UTF-16 offsets from the first word. */
export function inlineText(token: Token): { text: string; marks: Mark[] } {
  const inline = new Inline();
  for (const child of token.children ?? []) add(inline, child);
  return { text: inline.text, marks: inline.marks };
}

/** Whether a paragraph is pictures and nothing else, so that its words are a caption. */
export function isPicture(token: Token): boolean {
  const children = token.children ?? [];
  const around = ['softbreak', 'hardbreak', 'link_open', 'link_close', 'image'];
  return (
    children.some((child) => child.type === 'image') &&
    children.every(
      (child) => around.includes(child.type) || (child.type === 'text' && child.content.trim() === ''),
    )
  );
}
