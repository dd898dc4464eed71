/** The content that a program that saved a file as flat OpenDocument found in it. */
export interface OpenDocumentContent {
  /** The words that each annotation by the author is about, without inserted ones, by the number of its claim. */
  comments: Record<number, string>;
  deleted: string;
  inserted: string;
}

const getAttribute = (element: Element, name: string) =>
  Array.from(element.attributes).find(({ localName }) => localName === name)?.value ?? '';

const getCreator = (element: Element) => element.getElementsByTagNameNS('*', 'creator')[0]?.textContent;

/** The author and the second of an annotation or a change. */
const getSignature = (element: Element) =>
  `${getCreator(element)} ${element.getElementsByTagNameNS('*', 'date')[0]?.textContent?.slice(0, 19)}`;

const headingPattern = /claim (\d+)/;

/** Reads the annotations and the tracked changes of one author from a flat OpenDocument text. */
export function readOpenDocument(xml: string, author: string): OpenDocumentContent {
  const page = new DOMParser().parseFromString(xml, 'application/xml');
  const [text] = page.getElementsByTagNameNS('*', 'text');
  const root =
    Array.from(page.getElementsByTagNameNS('*', 'text')).find(({ prefix }) => prefix === 'office') ?? text;
  const kinds = new Map<string, string>();
  /** Words that a draft does not have: deleted by others, or inserted by an earlier report, whose changes are read as not made. */
  const leftOut = new Set<string>();
  const reports = new Set(
    Array.from(page.getElementsByTagNameNS('*', 'annotation'))
      .filter((annotation) => headingPattern.test(annotation.textContent ?? ''))
      .map(getSignature),
  );
  for (const region of page.getElementsByTagNameNS('*', 'changed-region'))
    for (const change of region.children) {
      const id = getAttribute(region, 'id');
      if (getCreator(change) === author) kinds.set(id, change.localName);
      else if (change.localName === (reports.has(getSignature(change)) ? 'insertion' : 'deletion'))
        leftOut.add(id);
    }
  const comments = new Map<string, { number: number; words: string; isOpen: boolean }>();
  const changes = { deletion: '', insertion: '' };
  const open = new Set<string>();
  let isInNote = false;
  const addText = (content: string) => {
    if (open.has('other')) return;
    for (const kind of ['deletion', 'insertion'] as const) if (open.has(kind)) changes[kind] += content;
    if (!open.has('insertion') && !isInNote)
      for (const comment of comments.values()) if (comment.isOpen) comment.words += content;
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) addText(node.textContent ?? '');
    if (!(node instanceof Element)) return;
    const { localName } = node;
    if (localName === 'annotation') {
      const number = Number(headingPattern.exec(node.textContent ?? '')?.[1]);
      const name = getAttribute(node, 'name');
      if (!Number.isNaN(number) && getCreator(node) === author)
        comments.set(name || `point ${number}`, { number, words: '', isOpen: name !== '' });
      return;
    }
    if (localName === 'annotation-end') {
      const comment = comments.get(getAttribute(node, 'name'));
      if (comment) comment.isOpen = false;
    }
    if (localName === 'change-start' || localName === 'change-end') {
      const id = getAttribute(node, 'change-id');
      const kind = leftOut.has(id) ? 'other' : kinds.get(id);
      if (kind) open[localName === 'change-start' ? 'add' : 'delete'](kind);
    }
    if (localName === 'note-citation' || localName === 'tracked-changes') return;
    const wasInNote = isInNote;
    // The words of a note or of a text box are beside the text.
    isInNote ||= localName === 'note' || localName === 'frame' || localName === 'custom-shape';
    for (const child of node.childNodes) walk(child);
    isInNote = wasInNote;
  };
  if (root) walk(root);
  return {
    comments: Object.fromEntries(Array.from(comments.values(), ({ number, words }) => [number, words])),
    deleted: changes.deletion,
    inserted: changes.insertion,
  };
}

Object.assign(window, { readOpenDocument });
