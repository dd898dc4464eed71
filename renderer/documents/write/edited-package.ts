import { escapeXml } from '#shared/reports/word/xml.ts';
import { type PackageParts, unpackParts } from '../read/base/unpack-parts.ts';
import { findChildren, getAttribute, getChildValue, parseXml } from '../read/base/xml.ts';
import {
  findRelatedParts,
  getRelationshipsName,
  readRelationships,
} from '../read/word/document/office-package.ts';
import type { ZipFault } from '../zip/checked-entries.ts';
import { readZipDirectory, type ZipEntry } from '../zip/zip-directory.ts';
import { rewriteZip } from './rewrite-zip.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** Adds markup behind the last child of an element. */
function addAtEnd(xml: string, { nodeName }: Element, added: string): string {
  if (added === '') return xml;
  if (xml.endsWith('/>')) return `${xml.slice(0, -'/>'.length)}>${added}</${nodeName}>`;
  const end = xml.lastIndexOf('</');
  return xml.slice(0, end) + added + xml.slice(end);
}

/**
 * The text of a changed part, as `setPart` takes it: with an XML declaration in UTF-8, whatever the part had before. `added` is
 * markup that follows everything else in the root.
 */
export function serializePart(document: Document, added = ''): string {
  const serializer = new XMLSerializer();
  // A document as a whole would be written with the declaration that it was read with.
  const nodes = Array.from(document.childNodes, (node) => {
    const xml = serializer.serializeToString(node);
    return node === document.documentElement ? addAtEnd(xml, document.documentElement, added) : xml;
  });
  // Browsers write the carriage returns of texts as they are, and parsers would take them for line feeds (XML 1.0, 2.11).
  return declaration + nodes.join('').replaceAll('\r', '&#13;');
}

const listNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** The relationships that later versions of Word brought, in namespaces of their own ([MS-DOCX] 2.1 to 2.4). */
const laterTypes = new Map([
  ['commentsExtended', 'http://schemas.microsoft.com/office/2011/relationships'],
  ['people', 'http://schemas.microsoft.com/office/2011/relationships'],
  ['commentsIds', 'http://schemas.microsoft.com/office/2016/09/relationships'],
  ['commentsExtensible', 'http://schemas.microsoft.com/office/2018/08/relationships'],
]);

/** The namespace in which a part refers to its relationships, as `r:id`. */
export function getRelationshipNamespace(isStrict: boolean): string {
  return isStrict ? strict : transitional;
}

/** Whether a list of relationships is that of a strict document (ISO/IEC 29500). */
function hasStrictTypes(list: string | undefined): boolean {
  return list?.includes(strict) ?? false;
}

/** The way from a part to another, both as names in the package. */
function createTarget(from: string, name: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const isInside = name.toLowerCase().startsWith(folder.toLowerCase());
  return encodeURI(isInside ? name.slice(folder.length) : `/${name}`);
}

/** Everything that RFC 3986 does not allow in an address. */
const notInAddress = /[^!#-;=?-[\]_a-z~]/gu;

/** An address of the characters of RFC 3986: Word refuses a whole file for an address that it can't read. */
function createAddress(address: string): string {
  if (address.search(notInAddress) === -1) return address;
  const known = URL.canParse(address) ? new URL(address).href : encodeURI(address);
  return known.replace(notInAddress, encodeURIComponent);
}

/** The relationships of a part while new ones are added. Those that are there stay as they are. */
class RelationshipList {
  readonly #root: Element;
  readonly #from: string;
  readonly #ids: Set<string>;
  #last: number;
  readonly #added: string[] = [];

  /** `list` is the XML of the list; undefined when the part has none. */
  constructor(list: string | undefined, from: string) {
    const root = parseXml(list) ?? parseXml(`<Relationships xmlns="${listNamespace}"/>`);
    if (!root) throw new Error('The list of relationships can’t be made.');
    this.#root = root;
    this.#from = from;
    this.#ids = new Set(findChildren(root, 'Relationship').map((one) => getAttribute(one, 'Id') ?? ''));
    this.#last = this.#ids.size;
  }

  add(type: string, target: string, options: { isExternal: boolean; isStrict: boolean }): string {
    const id = this.#createId();
    const namespace = laterTypes.get(type) ?? getRelationshipNamespace(options.isStrict);
    const address = options.isExternal ? createAddress(target) : createTarget(this.#from, target);
    const mode = options.isExternal ? ' TargetMode="External"' : '';
    const name = this.#root.prefix === null ? 'Relationship' : `${this.#root.prefix}:Relationship`;
    this.#added.push(
      `<${name} Id="${id}" Type="${namespace}/${type}" Target="${escapeXml(address)}"${mode}/>`,
    );
    return id;
  }

  toXml(): string {
    return serializePart(this.#root.ownerDocument, this.#added.join(''));
  }

  #createId(): string {
    do this.#last += 1;
    while (this.#ids.has(`rId${this.#last}`));
    return `rId${this.#last}`;
  }
}

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

/** The content type of a part of Word by the type of its relationship (ECMA-376, part 1: 11.3). */
export function getContentType(type: string): string {
  return `application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml`;
}

/** A part to which the main part has a relationship, opened to be changed. */
interface RelatedPart {
  name: string;
  root: Element;
  /** Adds an element behind those of the root, which is not changed. */
  append(element: { xml: string }): void;
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
