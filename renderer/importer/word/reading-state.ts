import { plainTextStyle, type TextStyle } from '../text-style';
import { escapeXml, getAttribute } from '../xml';
import type { ComplexField } from './fields';
import type { ListNumbering } from './lists/list-numbering';
import type { DocumentStyles } from './styles';

/** Where the text that a comment is about starts or ends, or the point where the comment was inserted. */
export interface Anchor {
  comment: string;
  edge: 'start' | 'end' | 'point';
}

/** A footnote or endnote, and the addresses of the links in its part. */
export interface WordNote {
  element: Element;
  links: ReadonlyMap<string, string>;
}

/** The state while a document is read from its start to its end. */
export interface ReadingState {
  readonly styles: DocumentStyles;
  readonly numbers: ListNumbering;
  /** Footnotes and endnotes, by `getNoteKey`. */
  readonly notes: ReadonlyMap<string, WordNote>;
  /** A character that the document does not use; it encloses the numbers of anchors in the text. */
  readonly anchorMark: string;
  /** The field characters of all complete fields. */
  readonly completeFields: ReadonlySet<Element>;
  readonly counts: { imagesLeftOut: number; objectsLeftOut: number };
  readonly anchors: Anchor[];
  /** The addresses of all links, in the order of their relationships. */
  readonly linkAddresses: string[];
  /** The keys of the notes that were referred to, in order: the first is number 1. */
  readonly referencedNotes: string[];
  /** The addresses of links in the part that is being read, by the id of their relationship. */
  links: ReadonlyMap<string, string>;
  /** The fields that are open, the innermost last. */
  fields: ComplexField[];
  /** Anchors, as text, that are written with the next visible character. */
  pendingAnchors: string;
  /** Text boxes of the paragraph that is being read. */
  textBoxes: Element[];
  /** The content of paragraphs that continue in the next one. */
  carriedOver: Element[];
}

export function getNoteKey(kind: string, id: string | null): string {
  return `${kind} ${id}`;
}

/** Adds an anchor at the current position. */
export function markAnchor(state: ReadingState, element: Element, edge: Anchor['edge']): void {
  const index = state.anchors.push({ comment: getAttribute(element, 'id') ?? '', edge }) - 1;
  state.pendingAnchors += `${state.anchorMark}${index}${state.anchorMark}`;
}

/** Adds all anchors of an element that is not read itself, as of deleted text. */
export function markAnchorsIn(state: ReadingState, element: Element): void {
  for (const anchor of element.querySelectorAll('commentRangeStart, commentRangeEnd'))
    markAnchor(state, anchor, anchor.localName === 'commentRangeStart' ? 'start' : 'end');
}

/** Writes a run of the document that mammoth reads; `content` is XML. */
export function writeRun(
  state: ReadingState,
  content: string,
  { bold, italic, href }: TextStyle = plainTextStyle,
): string {
  const properties = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`;
  const run = `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
  if (href === null) return run;
  const known = state.linkAddresses.indexOf(href);
  const index = known === -1 ? state.linkAddresses.push(href) - 1 : known;
  return `<w:hyperlink r:id="r${index}">${run}</w:hyperlink>`;
}

/** Writes text as the content of a run. */
export function writeText(text: string): string {
  return `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
}

/**
 * Writes a run of text. Pending anchors go right before its first visible character, because elsewhere they would keep apart white
 * space that collapses without them.
 */
export function writeTextRun(state: ReadingState, text: string, style?: TextStyle): string {
  const visible = text.search(/\S/);
  if (visible === -1) return text === '' ? '' : writeRun(state, writeText(text), style);
  const withAnchors = text.slice(0, visible) + state.pendingAnchors + text.slice(visible);
  state.pendingAnchors = '';
  return writeRun(state, writeText(withAnchors), style);
}

/** Writes the pending anchors as a run of their own, before something visible that is no text. */
export function writePendingAnchors(state: ReadingState): string {
  const { pendingAnchors } = state;
  state.pendingAnchors = '';
  return pendingAnchors === '' ? '' : writeRun(state, writeText(pendingAnchors));
}

/** The last visible character of a text, or a symbol. */
const visibleContent = /[^\s<>](?=\s*<\/w:t>)|<w:sym [^>]*\/>/gu;

/** Finishes the runs of a paragraph: anchors that are still pending go right after its last visible character. */
export function appendPendingAnchors(state: ReadingState, runs: string): string {
  const last = state.pendingAnchors === '' ? undefined : Array.from(runs.matchAll(visibleContent)).at(-1);
  if (!last) return runs + writePendingAnchors(state);
  const { pendingAnchors } = state;
  state.pendingAnchors = '';
  const [content] = last;
  const end = last.index + content.length;
  const anchors = content.startsWith('<') ? writeText(pendingAnchors) : pendingAnchors;
  return runs.slice(0, end) + anchors + runs.slice(end);
}
