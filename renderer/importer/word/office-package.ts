import { attribute, children, parseXml } from './xml';
import type { Parts } from './zip-check';

/** What one part of a package says of another (ECMA-376, part 2: 9.3). */
interface Relationship {
  id: string;
  /** The last word of its type, as `footnotes`; the rest differs between strict and transitional documents. */
  type: string;
  /** An address where it leads out of the package, else the name of a part as `Parts` has it. */
  target: string;
  external: boolean;
}

/** The name of a part that another names; '' when it names none. */
function partName(target: string, from: string): string {
  try {
    const { pathname } = new URL(target.replaceAll('\\', '/'), `http://package/${encodeURI(from)}`);
    return decodeURIComponent(pathname).slice(1).toLowerCase();
  } catch {
    return '';
  }
}

/** What a part says of others; of the package as a whole for ''. */
export function relationshipsOf(parts: Parts, from: string): Relationship[] {
  const slash = from.lastIndexOf('/') + 1;
  const root = parseXml(parts.get(`${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`));
  return children(root, 'Relationship').map((element) => {
    const external = attribute(element, 'TargetMode') === 'External';
    const target = attribute(element, 'Target') ?? '';
    return {
      id: attribute(element, 'Id') ?? '',
      type: (attribute(element, 'Type') ?? '').split('/').at(-1) ?? '',
      target: external ? target : partName(target, from),
      external,
    };
  });
}

/** The names of the parts that another relates to in this way, as far as they are there. */
export function partsRelated(parts: Parts, from: string, type: string): string[] {
  return relationshipsOf(parts, from)
    .filter((related) => related.type === type && !related.external && parts.has(related.target))
    .map(({ target }) => target);
}

/** The name of the main part: where the package says it is, else where Word puts it. */
export function mainPart(parts: Parts): string {
  return partsRelated(parts, '', 'officeDocument')[0] ?? 'word/document.xml';
}

/** Where the links of a part lead, by the id of the relationship. */
export function linksOf(parts: Parts, from: string): Map<string, string> {
  const links = relationshipsOf(parts, from).filter(({ type, external }) => external && type === 'hyperlink');
  return new Map(links.map(({ id, target }) => [id, target]));
}
