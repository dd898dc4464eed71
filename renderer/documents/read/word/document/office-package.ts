import type { PackageParts } from '#renderer/documents/read/base/unpack-parts.ts';
import { findChildren, getAttribute, parseXml } from '#renderer/documents/read/base/xml.ts';

/** A relationship from one part of a package to another, or to an address outside (ECMA-376, part 2: 9.3). */
interface Relationship {
  id: string;
  /** The last word of its type, as `footnotes`; the rest differs between strict and transitional documents. */
  type: string;
  /** An address if it is external, else the name of a part as `PackageParts` has it. */
  target: string;
  isExternal: boolean;
}

/** The name of the part to which a target leads from another part; '' when it leads to none. */
function resolvePartName(target: string, from: string): string {
  try {
    const { pathname } = new URL(target.replaceAll('\\', '/'), `http://package/${encodeURI(from)}`);
    return decodeURIComponent(pathname).slice(1).toLowerCase();
  } catch {
    return '';
  }
}

/** The name of the part that lists the relationships of another, or of the package as a whole for ''. */
export function getRelationshipsName(from: string): string {
  const slash = from.lastIndexOf('/') + 1;
  return `${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`;
}

/** Reads the relationships of a part, or of the package as a whole for ''. */
export function readRelationships(parts: PackageParts, from: string): Relationship[] {
  const root = parseXml(parts.get(getRelationshipsName(from)));
  return findChildren(root, 'Relationship').map((element) => {
    const isExternal = getAttribute(element, 'TargetMode') === 'External';
    const target = getAttribute(element, 'Target') ?? '';
    return {
      id: getAttribute(element, 'Id') ?? '',
      type: (getAttribute(element, 'Type') ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolvePartName(target, from),
      isExternal,
    };
  });
}

/** The names of the existing parts to which a part has a relationship of a type. */
export function findRelatedParts(parts: PackageParts, from: string, type: string): string[] {
  return readRelationships(parts, from)
    .filter((related) => related.type === type && !related.isExternal && parts.has(related.target))
    .map(({ target }) => target);
}

/** The name of the main part: the one that the package names, else the usual one of Word. */
export function findMainPart(parts: PackageParts): string {
  return findRelatedParts(parts, '', 'officeDocument')[0] ?? 'word/document.xml';
}

/** The addresses of the links in a part, by the id of their relationship. */
export function readHyperlinks(parts: PackageParts, from: string): Map<string, string> {
  const links = readRelationships(parts, from).filter(
    ({ type, isExternal }) => isExternal && type === 'hyperlink',
  );
  return new Map(links.map(({ id, target }) => [id, target]));
}
