import type { Field } from './fields';
import type { ListNumbers } from './numbering';
import type { Styles } from './styles';
import { attribute, escapeXml } from './xml';

/** An end of the words that a comment is on, or the place where it is put. */
export interface Anchor {
  comment: string;
  edge: 'start' | 'end' | 'point';
}

export interface Note {
  element: Element;
  links: ReadonlyMap<string, string>;
}

/** What is known and gathered while a document is read from its start to its end. */
export interface Walk {
  readonly styles: Styles;
  readonly numbers: ListNumbers;
  /** Footnotes and endnotes, by `noteKey`. */
  readonly notes: ReadonlyMap<string, Note>;
  /** A character that the document does not use; it parts the numbers of anchors from the words. */
  readonly sign: string;
  /** Of all parts that are read. */
  readonly whole: ReadonlySet<Element>;
  readonly counts: { imagesLeftOut: number; objectsLeftOut: number };
  readonly anchors: Anchor[];
  /** Every address that words are linked to, in the order of their relationships. */
  readonly addresses: string[];
  /** The notes that were referred to, in order: the first is number 1. */
  readonly referred: string[];
  /** Of the part that is being read. */
  links: ReadonlyMap<string, string>;
  fields: Field[];
  /** Anchors that wait for the words after them. */
  waiting: string;
  /** Text boxes of the paragraph that is being read. */
  boxes: Element[];
  /** What stood in paragraphs whose ends were deleted: it goes on in the next one. */
  carried: Element[];
}

export function noteKey(kind: string, id: string | null): string {
  return `${kind} ${id}`;
}

/** Remembers the place of an anchor. */
export function markAnchor(walk: Walk, element: Element, edge: Anchor['edge']): void {
  const index = walk.anchors.push({ comment: attribute(element, 'id') ?? '', edge }) - 1;
  walk.waiting += `${walk.sign}${index}${walk.sign}`;
}

/** Remembers all anchors in what is not read itself, as in deleted words. */
export function markAnchorsIn(walk: Walk, element: Element): void {
  for (const found of element.querySelectorAll('commentRangeStart, commentRangeEnd'))
    markAnchor(walk, found, found.localName === 'commentRangeStart' ? 'start' : 'end');
}

/** How words are set. */
export interface Setting {
  bold: boolean;
  italic: boolean;
  href: string | null;
}

const plain: Setting = { bold: false, italic: false, href: null };

/** A run of the document that mammoth is given; `content` is XML. */
export function runOf(walk: Walk, content: string, { bold, italic, href }: Setting = plain): string {
  const properties = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`;
  const run = `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
  if (href === null) return run;
  const known = walk.addresses.indexOf(href);
  const index = known === -1 ? walk.addresses.push(href) - 1 : known;
  return `<w:hyperlink r:id="r${index}">${run}</w:hyperlink>`;
}

/** Words as content of a run. */
export function plainWords(words: string): string {
  return `<w:t xml:space="preserve">${escapeXml(words)}</w:t>`;
}

/**
 * A run with words. Anchors that wait go right before the first of its signs that is seen: there they keep no white space
 * apart that would be collapsed without them.
 */
export function wordsRun(walk: Walk, words: string, setting?: Setting): string {
  const at = words.search(/\S/);
  if (at === -1) return words === '' ? '' : runOf(walk, plainWords(words), setting);
  const text = words.slice(0, at) + walk.waiting + words.slice(at);
  walk.waiting = '';
  return runOf(walk, plainWords(text), setting);
}

/** The anchors that wait as a run of their own, before something that is seen. */
export function waitingRun(walk: Walk): string {
  const { waiting } = walk;
  walk.waiting = '';
  return waiting === '' ? '' : runOf(walk, plainWords(waiting));
}

/** Where the last sign that is seen ends: of words, or a symbol. */
const lastSeen = /[^\s<>](?=\s*<\/w:t>)|<w:sym [^>]*\/>/gu;

/** The runs of a paragraph at its end: anchors that still wait go right after the last sign that is seen. */
export function withWaiting(walk: Walk, runs: string): string {
  const last = walk.waiting === '' ? undefined : Array.from(runs.matchAll(lastSeen)).at(-1);
  if (!last) return runs + waitingRun(walk);
  const { waiting } = walk;
  walk.waiting = '';
  const [seen] = last;
  const end = last.index + seen.length;
  return runs.slice(0, end) + (seen.startsWith('<') ? plainWords(waiting) : waiting) + runs.slice(end);
}
