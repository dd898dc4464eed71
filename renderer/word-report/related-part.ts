import { readRelationships } from '../importer/word/office-package';
import { parseXml } from '../importer/xml';
import type { EditedPackage } from './edited-package';
import { serializePart } from './serialize-part';
import type { XmlElement } from './word-markup';

/** The content type of a part of Word by the type of its relationship (ECMA-376, part 1: 11.3). */
export function getContentType(type: string): string {
  return `application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml`;
}

/** A part to which the main part has a relationship, opened to be changed. */
interface RelatedPart {
  name: string;
  root: Element;
  /** Adds an element behind those of the root, which is not changed. */
  append(element: XmlElement): void;
  /** Sets the part, and adds what a new one needs to be found: its content type and a relationship. */
  save(): void;
}

/** A name beside the main part that no part has. */
export function choosePartName(pkg: EditedPackage, mainPart: string, file: string): string {
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1);
  let name = `${folder}${file}.xml`;
  for (let number = 1; pkg.parts.has(name.toLowerCase()); number += 1) name = `${folder}${file}${number}.xml`;
  return name;
}

/**
 * Opens the part of a relationship's type, whatever its name, or begins one with `rootXml`. Null when the part that is there can't be
 * read. The content type is that of Word for the type.
 */
export function openRelatedPart(
  pkg: EditedPackage,
  mainPart: string,
  type: string,
  rootXml: string,
): RelatedPart | null {
  const related = readRelationships(pkg.parts, mainPart).filter(
    (one) => one.type === type && !one.isExternal,
  );
  const known = related.find(({ target }) => pkg.parts.has(target)) ?? related[0];
  const name = known?.target ?? choosePartName(pkg, mainPart, type);
  const root = parseXml(pkg.getPart(name) ?? rootXml);
  if (!root) return null;
  const added: string[] = [];
  return {
    name,
    root,
    append: ({ xml }) => added.push(xml),
    save: () => {
      pkg.setPart(name, serializePart(root.ownerDocument, added.join('')), getContentType(type));
      if (!known) pkg.addRelationship(mainPart, type, name);
    },
  };
}
