import type { PlanLine } from '../../../../../shared/reports/word/word-plan';
import { readStyleIds } from '../markup/find-style';
import { createLineParagraph, type LineTools } from '../markup/line-runs';
import { createWordMarkup, type Markup } from '../markup/word-markup';
import { createXmlMarkup, type XmlElement } from '../markup/xml-markup';
import type { EditedPackage } from '../package/edited-package';
import { openRelatedPart } from '../package/related-part';
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

/** Adds footnotes to the part of the file, or to a new one. Changes of that part must be set before. */
export function writeFootnotes(
  pkg: EditedPackage,
  { name: mainPart, root: { namespaceURI } }: MainPart,
  notes: readonly PreparedFootnote[],
): void {
  if (notes.length === 0) return;
  const part = openRelatedPart(pkg, mainPart, 'footnotes', `<w:footnotes xmlns:w="${namespaceURI}"/>`);
  if (!part) throw new Error('The footnotes of the file can’t be read.');
  const markup = createXmlMarkup(part.root);
  const tools: LineTools<XmlElement> = {
    markup,
    findStyle: readStyleIds(pkg, mainPart),
    addLink: (href) => pkg.addRelationship(part.name, 'hyperlink', href, true),
  };
  if (part.root.childElementCount === 0) for (const line of createSeparators(markup)) part.append(line);
  const style = tools.findStyle('paragraph', 'footnote text');
  for (const { id, lines } of notes) {
    const paragraphs = lines.map((line, index) => {
      const space = markup.create('r', {}, [markup.create('t', { 'xml:space': 'preserve' }, [' '])]);
      const number = index === 0 ? [createNumber(tools, markup.create('footnoteRef')), space] : [];
      return createLineParagraph(tools, line, { style, start: number });
    });
    part.append(markup.create('footnote', { id }, paragraphs));
  }
  part.save();
}
