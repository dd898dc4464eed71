import { findChildren, getAttribute } from '../../../xml';
import { declareNamespace } from '../markup/declare-namespace';
import { createWordMarkup, type WordMarkup, word2010Namespace } from '../markup/word-markup';

/** The entries of the part that says which comment replies to which, by the paragraph that they name ([MS-DOCX] 2.5.4.4). */
export class CommentThreads {
  readonly #root: Element;
  readonly #markup: WordMarkup;
  readonly #entries: Map<string, Element>;

  constructor(root: Element) {
    this.#root = root;
    this.#markup = createWordMarkup(root);
    this.#entries = new Map(findChildren(root, 'commentEx').map((entry) => [readId(entry, 'paraId'), entry]));
  }

  add(paragraphId: string, parentId: string | null): void {
    const attributes: Record<string, string> =
      parentId === null ? { paraId: paragraphId } : { paraId: paragraphId, paraIdParent: parentId };
    const entry = this.#markup.create('commentEx', { ...attributes, done: 0 });
    this.#root.append(entry);
    this.#entries.set(paragraphId.toUpperCase(), entry);
  }

  /**
   * The id, with the letters of the file, by which replies name the first comment of the thread that a comment is in. A comment that no entry names gets one, and its last
   * paragraph an id unless it has one. Null for a comment without a paragraph.
   */
  getThreadId(comment: Element, takeParagraphId: () => string): string | null {
    const paragraphs = findChildren(comment, 'p');
    const known = paragraphs.map((one) => readId(one, 'paraId')).findLast((id) => this.#entries.has(id));
    if (known !== undefined) {
      const first = this.#findFirst(known);
      return getAttribute(this.#entries.get(first) ?? null, 'paraId') ?? first;
    }
    const last = paragraphs.at(-1);
    if (!last) return null;
    const id = getAttribute(last, 'paraId') || giveParagraphId(last, takeParagraphId());
    this.add(id, null);
    return id;
  }

  /** Takes the mark from a thread that it is resolved, by the id that replies name. */
  reopen(id: string): void {
    const entry = this.#entries.get(id.toUpperCase());
    for (const attribute of entry?.attributes ?? [])
      if (attribute.localName === 'done') attribute.value = '0';
  }

  /** Threads are flat: a reply to a reply names the first comment as well. */
  #findFirst(id: string): string {
    const passed = new Set<string>();
    let first = id;
    while (!passed.has(first)) {
      passed.add(first);
      const parent = readId(this.#entries.get(first) ?? null, 'paraIdParent');
      if (parent === '' || !this.#entries.has(parent)) return first;
      first = parent;
    }
    return id;
  }
}

function readId(element: Element | null, name: string): string {
  return (getAttribute(element, name) ?? '').toUpperCase();
}

function giveParagraphId(paragraph: Element, id: string): string {
  const root = paragraph.ownerDocument.documentElement;
  const prefix = declareNamespace(root, word2010Namespace, 'w14', true);
  paragraph.setAttributeNS(word2010Namespace, `${prefix}:paraId`, id);
  return id;
}
