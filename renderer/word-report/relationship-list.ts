import { escapeXml } from '../../shared/reports/word/xml-text';
import { findChildren, getAttribute, parseXml } from '../importer/xml';
import { serializePart } from './serialize-part';

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
export function hasStrictTypes(list: string | undefined): boolean {
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
export class RelationshipList {
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
