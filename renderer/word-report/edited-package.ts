import type { ZipFault } from '../../shared/bytes/zip/checked-entries';
import { readZipDirectory, type ZipEntry } from '../../shared/bytes/zip/zip-directory';
import { type PackageParts, unpackParts } from '../importer/unpack-parts';
import { findRelatedParts, getRelationshipsName } from '../importer/word/office-package';
import { findChildren, getAttribute, getChildValue, parseXml } from '../importer/xml';
import { hasStrictTypes, RelationshipList } from './relationship-list';
import { rewriteZip } from './rewrite-zip';
import { serializePart } from './serialize-part';

/** The part that lists the content types of all others (ECMA-376, part 2: 10.1.2.2), as written in new packages. */
const contentTypesName = '[Content_Types].xml';

const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';

/**
 * Adds the content type of a new part to the list of content types. Returns null when the list says it already, by the name of the part or
 * by its ending. An entry for a part that was not there, with another type, is replaced.
 */
function addContentType(list: string | undefined, part: string, contentType: string): string | null {
  const root = parseXml(list) ?? parseXml(`<Types xmlns="${namespace}"/>`);
  if (!root) return null;
  const isSame = (value: string | null, other: string) => value?.toLowerCase() === other.toLowerCase();
  const override = findChildren(root, 'Override').find((one) =>
    isSame(getAttribute(one, 'PartName'), `/${part}`),
  );
  const extension = part.slice(part.lastIndexOf('.') + 1);
  const fallback = findChildren(root, 'Default').find((one) =>
    isSame(getAttribute(one, 'Extension'), extension),
  );
  if (isSame(getAttribute(override ?? fallback ?? null, 'ContentType'), contentType)) return null;
  const entry = override ?? root.ownerDocument.createElementNS(root.namespaceURI, 'Override');
  entry.setAttribute('PartName', `/${part}`);
  entry.setAttribute('ContentType', contentType);
  if (!override) root.append(entry);
  return serializePart(root.ownerDocument);
}

const relationshipsType = 'application/vnd.openxmlformats-package.relationships+xml';

/**
 * A Word file that is being rewritten. Parts that nobody sets keep the bytes that they have in the file, compressed as they are.
 * Names are compared without case, and written as the file has them.
 */
export class EditedPackage {
  readonly #zip: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #parts: Map<string, string>;
  /** The names of parts with their case, by their names in lower case. */
  readonly #names: Map<string, string>;
  readonly #changed = new Set<string>();
  /** Lists that got new relationships since the parts were read last, by the name of the list. */
  readonly #pendingLists = new Map<string, RelationshipList>();

  constructor(zip: Uint8Array, entries: readonly ZipEntry[], parts: PackageParts) {
    this.#zip = zip;
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
    this.#names = new Map(entries.map(({ name }) => [name.toLowerCase(), name]));
    this.#parts = new Map(parts);
  }

  /** The XML parts as they are now, changes included. `openWordDocument`, `findMainPart` and `findRelatedParts` read them. */
  get parts(): PackageParts {
    this.#writePending();
    return this.#parts;
  }

  /** The text of an XML part; undefined when there is none. As `PackageParts`, names are in lower case without a leading slash. */
  getPart(name: string): string | undefined {
    return this.parts.get(name.toLowerCase());
  }

  /** Replaces a part, or adds one, whose content type is then added unless it has one. */
  setPart(name: string, xml: string, contentType?: string): void {
    this.#writePending();
    this.#write(name, xml, contentType);
  }

  /**
   * Adds a relationship from a part, and returns its id, which is new there. `type` is the last word of the relationship's type; the
   * namespace is that of the file (transitional or strict). `target` is the name of a part, or an address if it is external.
   */
  addRelationship(from: string, type: string, target: string, isExternal = false): string {
    const name = getRelationshipsName(this.#names.get(from.toLowerCase()) ?? from);
    const key = name.toLowerCase();
    const list = this.#pendingLists.get(name) ?? new RelationshipList(this.#parts.get(key), from);
    this.#pendingLists.set(name, list);
    const isStrict = hasStrictTypes(this.#parts.get(getRelationshipsName('')));
    return list.add(type, target, { isExternal, isStrict });
  }

  /** The bytes of the file with all changes. */
  async toBytes(): Promise<Uint8Array<ArrayBuffer>> {
    const { parts } = this;
    const encoder = new TextEncoder();
    const replaced = new Map<ZipEntry, Uint8Array<ArrayBuffer>>();
    const added = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const key of this.#changed) {
      const bytes = encoder.encode(parts.get(key));
      const entry = this.#entries.get(key);
      if (entry) replaced.set(entry, bytes);
      else added.set(this.#names.get(key) ?? key, bytes);
    }
    return rewriteZip(this.#zip, Array.from(this.#entries.values()), { replaced, added });
  }

  #writePending(): void {
    for (const [name, list] of this.#pendingLists) this.#write(name, list.toXml(), relationshipsType);
    this.#pendingLists.clear();
  }

  #write(name: string, xml: string, contentType?: string): void {
    const isNew = !this.#parts.has(name.toLowerCase());
    this.#set(name, xml);
    if (!isNew || contentType === undefined) return;
    const list = addContentType(this.#parts.get(contentTypesName.toLowerCase()), name, contentType);
    if (list !== null) this.#set(contentTypesName, list);
  }

  #set(name: string, xml: string): void {
    const key = name.toLowerCase();
    this.#parts.set(key, xml);
    this.#changed.add(key);
    if (!this.#names.has(key)) this.#names.set(key, name);
  }
}

/** Makes a package of XML parts by their names, which are written with their case; `[Content_Types].xml` comes first. */
export function createPackage(parts: Readonly<Record<string, string>>): EditedPackage {
  const created = new EditedPackage(new Uint8Array(), [], new Map());
  const isList = ([name]: [string, string]) => name === contentTypesName;
  const ordered = Object.entries(parts).toSorted((a, b) => Number(isList(b)) - Number(isList(a)));
  for (const [name, xml] of ordered) created.setPart(name, xml);
  return created;
}

type OpenedPackage = { ok: true; package: EditedPackage } | { ok: false; fault: ZipFault };

/** Opens a Word file to rewrite it, within the limits of `unpackParts`. */
export function openEditedPackage(bytes: Uint8Array): OpenedPackage {
  const unpacked = unpackParts(bytes);
  if (!unpacked.ok) return unpacked;
  const entries = readZipDirectory(bytes, Number.POSITIVE_INFINITY) ?? [];
  return { ok: true, package: new EditedPackage(bytes, entries, unpacked.parts) };
}

type StyleType = 'paragraph' | 'character' | 'table';

/** The id of a style by its built-in name, which is the same in every language of Word; null when the file does not have it. */
export type FindStyle = (type: StyleType, name: string) => string | null;

/** Reads the styles of a document once, to look some of them up. No style is ever added: the part keeps its bytes. */
export function readStyleIds(pkg: EditedPackage, mainPart: string): FindStyle {
  const [name] = findRelatedParts(pkg.parts, mainPart, 'styles');
  const styles = findChildren(parseXml(pkg.getPart(name ?? '')), 'style');
  const ids = new Map(
    styles.map((style) => [
      `${getAttribute(style, 'type')} ${getChildValue(style, 'name')?.toLowerCase()}`,
      getAttribute(style, 'styleId'),
    ]),
  );
  return (type, wanted) => ids.get(`${type} ${wanted.toLowerCase()}`) ?? null;
}
