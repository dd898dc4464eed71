/** What a program that saved a file as flat OpenDocument found in it. */
export interface OpenDocumentContent {
  /** The words that each annotation is about, without inserted ones, by the number of its claim. */
  comments: Record<number, string>;
  deleted: string;
  inserted: string;
}

const getAttribute = (element: Element, name: string) =>
  Array.from(element.attributes).find(({ localName }) => localName === name)?.value ?? '';

/** Reads the annotations and the tracked changes of one author from a flat OpenDocument text. */
export function readOpenDocument(xml: string, author: string): OpenDocumentContent {
  const page = new DOMParser().parseFromString(xml, 'application/xml');
  const [text] = page.getElementsByTagNameNS('*', 'text');
  const root = Array.from(page.getElementsByTagNameNS('*', 'text')).find(({ prefix }) => prefix === 'office') ?? text;
  const kinds = new Map<string, string>();
  for (const region of page.getElementsByTagNameNS('*', 'changed-region'))
    for (const change of region.children) {
      const creator = change.getElementsByTagNameNS('*', 'creator')[0]?.textContent;
      if (creator === author) kinds.set(getAttribute(region, 'id'), change.localName);
    }
  const comments = new Map<string, { number: number; words: string; isOpen: boolean }>();
  const changes = { deletion: '', insertion: '' };
  const open = new Set<string>();
  const addText = (content: string) => {
    for (const kind of ['deletion', 'insertion'] as const) if (open.has(kind)) changes[kind] += content;
    if (!open.has('insertion'))
      for (const comment of comments.values()) if (comment.isOpen) comment.words += content;
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) addText(node.textContent ?? '');
    if (!(node instanceof Element)) return;
    const { localName } = node;
    if (localName === 'annotation') {
      const number = Number(/claim (\d+)/.exec(node.textContent ?? '')?.[1]);
      const name = getAttribute(node, 'name');
      if (!Number.isNaN(number)) comments.set(name || `point ${number}`, { number, words: '', isOpen: name !== '' });
      return;
    }
    if (localName === 'annotation-end') {
      const comment = comments.get(getAttribute(node, 'name'));
      if (comment) comment.isOpen = false;
    }
    if (localName === 'change-start' || localName === 'change-end') {
      const kind = kinds.get(getAttribute(node, 'change-id'));
      if (kind) open[localName === 'change-start' ? 'add' : 'delete'](kind);
    }
    if (localName === 'note' || localName === 'tracked-changes') return;
    for (const child of node.childNodes) walk(child);
  };
  if (root) walk(root);
  return {
    comments: Object.fromEntries(Array.from(comments.values(), ({ number, words }) => [number, words])),
    deleted: changes.deletion,
    inserted: changes.insertion,
  };
}

Object.assign(window, { readOpenDocument });
