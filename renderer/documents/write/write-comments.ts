import { toXmlText } from '#shared/reports/word/xml.ts';
import type { PackageParts } from '../read/base/unpack-parts.ts';
import { findChildren, getAttribute } from '../read/base/xml.ts';
import { type EditedPackage, openRelatedPart, readStyleIds } from './edited-package.ts';
import type { PreparedComment } from './prepare-comments.ts';
import type { MainPart } from './text-places.ts';
import {
  createLineParagraph,
  createWordMarkup,
  createXmlMarkup,
  declareNamespace,
  type LineTools,
  type WordMarkup,
  word2010Namespace,
} from './word-markup.ts';

/** The entries of the part that says which comment replies to which, by the paragraph that they name ([MS-DOCX] 2.5.4.4). */
class CommentThreads {
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
   * The id, with the letters of the file, by which replies name the first comment of the thread that a comment is in. A comment that no
   * entry names gets one, and its last paragraph an id unless it has one. Null for a comment without a paragraph.
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

/** Word's mark of a comment at its beginning, which shows its number in print. */
function createMark<T>({ markup: { create }, findStyle }: LineTools<T>): T {
  const style = findStyle('character', 'annotation reference');
  const look = style === null ? create('sz', { val: 16 }) : create('rStyle', { val: style });
  return create('r', {}, [create('rPr', {}, [look]), create('annotationRef')]);
}

/** A comment, each of whose paragraphs has an id. The last one identifies it in other parts. */
function createComment<T>(
  tools: LineTools<T>,
  comment: PreparedComment,
  takeParagraphId: () => string,
): { element: T; paragraphId: string } {
  const { create } = tools.markup;
  const style = tools.findStyle('paragraph', 'annotation text');
  let paragraphId = '';
  const paragraphs = comment.lines.map((line, index) => {
    paragraphId = takeParagraphId();
    const attributes = { 'w14:paraId': paragraphId, 'w14:textId': '77777777' };
    return createLineParagraph(tools, line, {
      style,
      attributes,
      start: index === 0 ? [createMark(tools)] : [],
    });
  });
  const attributes = {
    id: comment.id,
    author: toXmlText(comment.author),
    ...(comment.at === null ? {} : { date: comment.at }),
    initials: toXmlText(comment.initials),
  };
  return { element: create('comment', attributes, paragraphs), paragraphId };
}

/** The largest value of the ids of paragraphs and comments; zero is none either ([MS-DOCX] 2.5.4.5, [MS-DOCX] 2.6.2.3). */
const largest = 0x7ffffffe;

/** Ids of eight hexadecimal digits that a file has, in upper case. */
type UsedIds = Set<string>;

/** Takes the wanted id, or the next one that is free, and notes it as used. */
function takeFreeId(used: UsedIds, wanted: string): string {
  const write = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
  let value = (Number.parseInt(wanted, 16) - 1) % largest;
  while (used.has(write(value + 1))) value = (value + 1) % largest;
  used.add(write(value + 1));
  return write(value + 1);
}

/** The values of attributes with such ids in all parts of a file, by the attribute's local name. */
function collectIds(parts: PackageParts, attribute: string): UsedIds {
  const pattern = new RegExp(`\\b${attribute}\\s*=\\s*["']\\s*([0-9a-f]{8})`, 'gi');
  const used: UsedIds = new Set();
  for (const xml of parts.values())
    for (const [, id = ''] of xml.matchAll(pattern)) used.add(id.toUpperCase());
  return used;
}

const emptyIds =
  '<w16cid:commentsIds xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"/>';
const emptyExtensions =
  '<w16cex:commentsExtensible xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"/>';

/** A comment, and the id of its last paragraph. */
interface WrittenComment {
  comment: PreparedComment;
  paragraphId: string;
}

/**
 * Adds the durable ids of comments ([MS-DOCX] 2.5.3.5), and their times in UTC ([MS-DOCX] 2.5.3.7): Word takes the time in the
 * comment itself for local time.
 */
function writeCommentIds(pkg: EditedPackage, mainPart: string, written: readonly WrittenComment[]): void {
  const ids = openRelatedPart(pkg, mainPart, 'commentsIds', emptyIds);
  if (!ids) return;
  const used = collectIds(pkg.parts, 'durableId');
  const extensions = openRelatedPart(pkg, mainPart, 'commentsExtensible', emptyExtensions);
  const idMarkup = createXmlMarkup(ids.root);
  const extensionMarkup = extensions && createXmlMarkup(extensions.root);
  for (const { comment, paragraphId } of written) {
    const durableId = takeFreeId(used, comment.durableId);
    ids.append(idMarkup.create('commentId', { paraId: paragraphId, durableId }));
    if (comment.at === null || !extensionMarkup) continue;
    extensions.append(extensionMarkup.create('commentExtensible', { durableId, dateUtc: comment.at }));
  }
  ids.save();
  extensions?.save();
}

/** Writes another number of its claim into the first line of an earlier comment of ours; all other words stay. */
function renumberHeading(comment: Element, number: number): void {
  const [line] = findChildren(comment, 'p');
  const texts = Array.from(line?.querySelectorAll('t') ?? []);
  const heading = texts.map(({ textContent }) => textContent ?? '').join('');
  const found = / · claim (\d+)/.exec(heading);
  if (!found) return;
  const end = found.index + found[0].length;
  const start = end - (found[1]?.length ?? 0);
  let offset = 0;
  for (const text of texts) {
    const content = text.textContent ?? '';
    const [from, to] = [start - offset, end - offset];
    offset += content.length;
    if (to <= 0 || from >= content.length) continue;
    text.textContent =
      content.slice(0, Math.max(0, from)) + (from >= 0 ? String(number) : '') + content.slice(to);
  }
}

const emptyPeople = '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>';

/** Adds authors to the list of people ([MS-DOCX] 2.5.3.3), as Word does it for people without an account. */
function writePeople(pkg: EditedPackage, mainPart: string, authors: readonly string[]): void {
  const part = openRelatedPart(pkg, mainPart, 'people', emptyPeople);
  if (!part) return;
  const known = new Set(findChildren(part.root, 'person').map((person) => getAttribute(person, 'author')));
  const { create } = createWordMarkup(part.root);
  const added = Array.from(new Set(authors.map(toXmlText))).filter(
    (author) => author !== '' && !known.has(author),
  );
  for (const author of added) {
    const presence = create('presenceInfo', { providerId: 'None', userId: author });
    part.root.append(create('person', { author }, [presence]));
  }
  if (added.length > 0) part.save();
}

const emptyThreads = '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>';

/**
 * Adds comments to a file: to the part of its comments, and to those that hold their threads, durable ids, times and authors. Entries of
 * the file stay as they are, but for the numbers of claims in headings of ours (`newNumbers`, by the ids of the comments). A part for
 * threads is begun only for a reply: its presence says that all replies are in it.
 */
export function writeComments(
  pkg: EditedPackage,
  { name: mainPart, root: { namespaceURI } }: MainPart,
  comments: readonly PreparedComment[],
  newNumbers: ReadonlyMap<string, number> = new Map(),
): void {
  if (comments.length === 0 && newNumbers.size === 0) return;
  const part = openRelatedPart(pkg, mainPart, 'comments', `<w:comments xmlns:w="${namespaceURI}"/>`);
  const threadsPart = openRelatedPart(pkg, mainPart, 'commentsExtended', emptyThreads);
  if (!part) throw new Error('The comments of the file can’t be read.');
  const threads = threadsPart && new CommentThreads(threadsPart.root);
  const earlier = new Map(findChildren(part.root, 'comment').map((one) => [getAttribute(one, 'id'), one]));
  const hasThreads =
    pkg.parts.has(threadsPart?.name ?? '') || comments.some(({ parent }) => earlier.has(parent));
  for (const [id, number] of newNumbers) {
    const comment = earlier.get(id);
    if (comment) renumberHeading(comment, number);
  }
  const usedIds = collectIds(pkg.parts, 'paraId');
  const tools = {
    markup: createXmlMarkup(part.root),
    findStyle: readStyleIds(pkg, mainPart),
    addLink: (href: string) => pkg.addRelationship(part.name, 'hyperlink', href, true),
  };
  const written = comments.map((comment): WrittenComment => {
    const takeParagraphId = () => takeFreeId(usedIds, comment.durableId);
    const { element, paragraphId } = createComment(tools, comment, takeParagraphId);
    const parent = earlier.get(comment.parent);
    const threadId = (hasThreads && parent && threads?.getThreadId(parent, takeParagraphId)) || null;
    if (hasThreads) threads?.add(paragraphId, threadId);
    if (threadId !== null && comment.reopens) threads?.reopen(threadId);
    part.append(element);
    return { comment, paragraphId };
  });
  part.save();
  if (hasThreads) threadsPart?.save();
  writeCommentIds(pkg, mainPart, written);
  writePeople(
    pkg,
    mainPart,
    comments.map(({ author }) => author),
  );
}
