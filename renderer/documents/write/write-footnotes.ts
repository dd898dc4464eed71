import type { PlanLine } from '#shared/reports/word/word-plan.ts';
import type { PackageParts } from '../read/base/unpack-parts.ts';
import { findChildren, getAttribute } from '../read/base/xml.ts';
import { type EditedPackage, openRelatedPart, readStyleIds } from './edited-package.ts';
import { setId } from './split-runs.ts';
import type { MainPart } from './text-places.ts';
import {
  createLineParagraph,
  createWordMarkup,
  createXmlMarkup,
  type LineTools,
  type Markup,
  type XmlElement,
} from './word-markup.ts';

/** Ids are signed numbers of 32 bits; from here up they are left alone, so that there is room for more. */
const roomLimit = 2 ** 30;

/** Attributes before the id may contain anything, `>` included. */
const createPattern = (elements: string) =>
  new RegExp(
    `<(?:[\\w.-]+:)?(?:${elements})(?:\\s+[\\w.:-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*?\\s+(?:[\\w.-]+:)?id\\s*=\\s*["']\\s*(\\d+)`,
    'g',
  );

/** The first number from which on no element of these names has an id in any part; `elements` are joined by `|`. */
function getNextId(parts: PackageParts, elements: string, lowest: number): number {
  const pattern = createPattern(elements);
  let next = lowest;
  for (const xml of parts.values())
    for (const [, id] of xml.matchAll(pattern))
      if (Number(id) < roomLimit) next = Math.max(next, Number(id) + 1);
  return next;
}

export interface PreparedFootnote {
  /** `w:id`, from `getNextFootnoteId` on. */
  id: number;
  lines: readonly PlanLine[];
}

/** The first id from which on no footnote of the file, and no reference to one, has one. */
export function getNextFootnoteId(pkg: EditedPackage): number {
  return getNextId(pkg.parts, 'footnote|footnoteReference', 1);
}

/** A run with the number of a note, raised by its style or by itself. */
function createNumber<T>(tools: Pick<LineTools<T>, 'markup' | 'findStyle'>, number: T): T {
  const { create } = tools.markup;
  const style = tools.findStyle('character', 'footnote reference');
  const look =
    style === null ? create('vertAlign', { val: 'superscript' }) : create('rStyle', { val: style });
  return create('r', {}, [create('rPr', {}, [look]), number]);
}

/** Makes the runs that refer to footnotes from the text of the main part, whose root is given. */
export function createFootnoteReferences(
  pkg: EditedPackage,
  mainPart: string,
  root: Element,
): (id: number) => Element {
  const tools = { markup: createWordMarkup(root), findStyle: readStyleIds(pkg, mainPart) };
  return (id) => createNumber(tools, tools.markup.create('footnoteReference', { id }));
}

/** The lines that separate footnotes from the text, which each part of footnotes must have. */
function createSeparators<T>({ create }: Markup<T>): T[] {
  const kinds = ['separator', 'continuationSeparator'] as const;
  return kinds.map((kind, index) =>
    create('footnote', { type: kind, id: index - 1 }, [create('p', {}, [create('r', {}, [create(kind)])])]),
  );
}

/** A footnote, which begins with its number. */
function createFootnote<T>(tools: LineTools<T>, { id, lines }: PreparedFootnote): T {
  const { create } = tools.markup;
  const style = tools.findStyle('paragraph', 'footnote text');
  const paragraphs = lines.map((line, index) => {
    const space = create('r', {}, [create('t', { 'xml:space': 'preserve' }, [' '])]);
    const number = index === 0 ? [createNumber(tools, create('footnoteRef')), space] : [];
    return createLineParagraph(tools, line, { style, start: number });
  });
  return create('footnote', { id }, paragraphs);
}

/**
 * The notes in the order of their references in the text, each with the id of the first note of the file that is referred to after it;
 * null when none is. Notes without a reference come last.
 */
function sortByReferences(
  root: Element,
  notes: readonly PreparedFootnote[],
): { note: PreparedFootnote; next: string | null }[] {
  const own = new Map(notes.map((note) => [String(note.id), note]));
  const referred = new Set<PreparedFootnote>();
  const sorted: { note: PreparedFootnote; next: string | null }[] = [];
  let next: string | null = null;
  for (const reference of Array.from(root.querySelectorAll('footnoteReference')).reverse()) {
    const id = getAttribute(reference, 'id');
    const note = own.get(id ?? '');
    if (note) {
      sorted.push({ note, next });
      referred.add(note);
    } else next = id;
  }
  const others = notes.filter((note) => !referred.has(note));
  return [...sorted.reverse(), ...others.map((note) => ({ note, next: null }))];
}

/**
 * Adds footnotes to the part of the file, or to a new one. Changes of that part must be set before, and the references be in the text.
 * The part has its notes in the order of the text, as Word writes them. `newIds` are those of notes of the file (`orderFootnotes`).
 */
export function writeFootnotes(
  pkg: EditedPackage,
  { name: mainPart, root }: MainPart,
  notes: readonly PreparedFootnote[],
  newIds: ReadonlyMap<string, number> = new Map(),
): void {
  if (notes.length === 0) return;
  const part = openRelatedPart(pkg, mainPart, 'footnotes', `<w:footnotes xmlns:w="${root.namespaceURI}"/>`);
  if (!part) throw new Error('The footnotes of the file can’t be read.');
  const common = {
    findStyle: readStyleIds(pkg, mainPart),
    addLink: (href: string) => pkg.addRelationship(part.name, 'hyperlink', href, true),
  };
  const tools: LineTools<XmlElement> = { ...common, markup: createXmlMarkup(part.root) };
  const toolsBetween: LineTools<Element> = { ...common, markup: createWordMarkup(part.root) };
  if (part.root.childElementCount === 0) for (const line of createSeparators(tools.markup)) part.append(line);
  for (const note of findChildren(part.root, 'footnote')) {
    const now = newIds.get(getAttribute(note, 'id') ?? '');
    if (now !== undefined) setId(note, now);
  }
  const earlier = new Map(findChildren(part.root, 'footnote').map((one) => [getAttribute(one, 'id'), one]));
  for (const { note, next } of sortByReferences(root, notes)) {
    const following = next === null ? null : earlier.get(next);
    if (following) following.before(createFootnote(toolsBetween, note));
    else part.append(createFootnote(tools, note));
  }
  part.save();
}

/** Footnotes with ids in the order of the text. */
interface OrderedFootnotes {
  notes: PreparedFootnote[];
  /** The new ids of notes of the file, by their old ones. */
  newIds: ReadonlyMap<string, number>;
}

/** The ids that are not in the order: those of separators, and of notes that nothing refers to. */
function listOtherIds(footnotes: Element | null, referred: ReadonlySet<string>): number[] {
  return findChildren(footnotes, 'footnote')
    .map((note) => getAttribute(note, 'id') ?? '')
    .filter((id) => !referred.has(id))
    .map(Number);
}

/**
 * Gives our footnotes ids that ascend in the order of the text with those of the file, and those of the file new ones where theirs leave no
 * room. Word does so whenever it saves, and LibreOffice pairs notes with their references by the order of the ids. The references in the
 * text are changed at once; `footnotes` is the part of the file, which is not; null for none.
 */
export function orderFootnotes(
  root: Element,
  footnotes: Element | null,
  notes: readonly PreparedFootnote[],
): OrderedFootnotes {
  const references = Array.from(root.querySelectorAll('footnoteReference'));
  const referred = new Set(references.map((reference) => getAttribute(reference, 'id') ?? ''));
  const own = new Set(notes.map(({ id }) => String(id)));
  const others = new Set(listOtherIds(footnotes, referred));
  const ids = new Map<string, number>();
  let last = 0;
  for (const id of referred) {
    if (own.has(id) || !(Number(id) > last)) {
      do last += 1;
      while (others.has(last));
    } else last = Number(id);
    ids.set(id, last);
  }
  for (const reference of references) {
    const id = getAttribute(reference, 'id') ?? '';
    const now = ids.get(id);
    if (now !== undefined && String(now) !== id) setId(reference, now);
  }
  return {
    notes: notes.map((note) => ({ ...note, id: ids.get(String(note.id)) ?? note.id })),
    newIds: new Map([...ids].filter(([id, now]) => !own.has(id) && id !== String(now))),
  };
}
