import { toXmlText } from '#shared/reports/word/xml.ts';
import { findChild, findChildren, getAttribute, parseXml } from '../read/base/xml.ts';
import { findRelatedParts, readRelationships } from '../read/word/document/office-package.ts';
import { readParagraphTexts } from '../read/word/document/paragraph-texts.ts';
import { readToggle } from '../read/word/document/styles.ts';
import {
  choosePartName,
  type EditedPackage,
  getContentType,
  readStyleIds,
  serializePart,
} from './edited-package.ts';
import { createWordMarkup } from './word-markup.ts';

const headerTypes = ['default', 'first', 'even'] as const;

type HeaderType = (typeof headerTypes)[number];

/** The properties of all sections of the text, in order. Those that a tracked change keeps from before are none. */
function listSections(body: Element): Element[] {
  return Array.from(body.querySelectorAll('sectPr')).filter(
    ({ parentElement }) => parentElement?.localName !== 'sectPrChange',
  );
}

/** The reference of a section to its own header of a type; null when it has that of the section before. */
function findHeaderReference(section: Element, type: HeaderType): Element | null {
  return (
    findChildren(section, 'headerReference').find(
      (reference) => (getAttribute(reference, 'type') ?? 'default') === type,
    ) ?? null
  );
}

/** Whether a section has pages that show the header of a type (ECMA-376, part 1: 17.10.5 and 17.10.1). */
function hasHeaderPages(section: Element, type: HeaderType, settings: Element | null): boolean {
  if (type === 'first') return readToggle(section, 'titlePg') ?? false;
  if (type === 'even') return readToggle(settings, 'evenAndOddHeaders') ?? false;
  return true;
}

/** The last section of a body, which is added when the body has none. */
function getLastSection(body: Element, create: (name: string) => Element): Element {
  const last = findChild(body, 'sectPr') ?? create('sectPr');
  if (last.parentElement === null) body.append(last);
  return last;
}

/** Adds the line to a header, as its first paragraph, unless it is there from an earlier report. */
function addLine(root: Element, text: string, style: string | null): void {
  const first = findChild(root, 'p');
  if (first && readParagraphTexts(first).join('') === text) return;
  const { create } = createWordMarkup(root);
  const look = [create('b'), create('bCs'), create('color', { val: 'C00000' })];
  const run = create('r', {}, [create('rPr', {}, look), create('t', { 'xml:space': 'preserve' }, [text])]);
  const properties = [
    ...(style === null ? [] : [create('pStyle', { val: style })]),
    create('jc', { val: 'center' }),
  ];
  root.prepend(create('p', {}, [create('pPr', {}, properties), run]));
}

/**
 * Puts a line at the top of every page: into each header that a section refers to, and into new ones where pages have none. Sections are
 * changed in `document`, the main part, which the caller sets afterwards. Headers change in no other report.
 */
export function addPageLine(pkg: EditedPackage, mainPart: string, document: Document, text: string): void {
  const root = document.documentElement;
  const body = findChild(root, 'body');
  if (!body) return;
  const markup = createWordMarkup(root);
  const line = toXmlText(text);
  const style = readStyleIds(pkg, mainPart)('paragraph', 'header');
  getLastSection(body, markup.create);
  const settings = parseXml(pkg.getPart(findRelatedParts(pkg.parts, mainPart, 'settings')[0] ?? ''));
  const headers = findHeaders(pkg, mainPart);
  for (const name of new Set(headers.values())) {
    const header = parseXml(pkg.getPart(name));
    if (!header) continue;
    addLine(header, line, style);
    pkg.setPart(name, serializePart(header.ownerDocument));
  }
  /** The types of which the section has a header, of its own or from sections before. */
  const present = new Set<string>();
  for (const section of listSections(body))
    for (const type of headerTypes) {
      const reference = findHeaderReference(section, type);
      if (reference && headers.has(getAttribute(reference, 'id') ?? '')) present.add(type);
      if (present.has(type) || !hasHeaderPages(section, type, settings)) continue;
      reference?.remove();
      const id = createHeader(pkg, mainPart, root, (header) => addLine(header, line, style));
      section.prepend(markup.create('headerReference', { type, 'r:id': id }));
      present.add(type);
    }
}

/** The readable headers of the main part, by the id of their relationship. */
function findHeaders(pkg: EditedPackage, mainPart: string): Map<string, string> {
  const related = readRelationships(pkg.parts, mainPart).filter(
    ({ type, isExternal, target }) =>
      type === 'header' && !isExternal && parseXml(pkg.getPart(target)) !== null,
  );
  return new Map(related.map(({ id, target }) => [id, target]));
}

/** Adds a header to the file, and returns the id of the relationship to it. */
function createHeader(
  pkg: EditedPackage,
  mainPart: string,
  main: Element,
  fill: (header: Element) => void,
): string {
  const name = choosePartName(pkg, mainPart, 'header');
  const root = parseXml(`<w:hdr xmlns:w="${main.namespaceURI}"/>`);
  if (!root) throw new Error('The header can’t be made.');
  fill(root);
  pkg.setPart(name, serializePart(root.ownerDocument), getContentType('header'));
  return pkg.addRelationship(mainPart, 'header', name);
}
