import type { PlanLine } from '../../../../../shared/reports/word/word-plan';
import { findChildren, getAttribute } from '../../../xml';
import { readStyleIds } from '../markup/find-style';
import { createLineParagraph, type LineTools } from '../markup/line-runs';
import { createWordMarkup, type Markup } from '../markup/word-markup';
import { createXmlMarkup, type XmlElement } from '../markup/xml-markup';
import type { EditedPackage } from '../package/edited-package';
import { openRelatedPart } from '../package/related-part';
import { setId } from '../story/copy-with-new-ids';
import type { MainPart } from '../story/edited-story';
import { getNextId } from './next-id';

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
 * The part has its notes in the order of the text, as Word writes them. `newIds` are those of notes of the file (`order-footnotes.ts`).
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
