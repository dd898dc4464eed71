import type { ZipEntry } from '../../../../../shared/bytes/zip/zip-directory';
import { rewriteZip } from '../../../zip/rewrite-zip';
import type { PackageParts } from '../../../zip/unpack-parts';
import { getRelationshipsName } from '../../office-package';
import { addContentType, contentTypesName } from './content-types';
import type { EditedPackage } from './edited-package';
import { hasStrictTypes, RelationshipList } from './relationship-list';

const relationshipsType = 'application/vnd.openxmlformats-package.relationships+xml';

/** The edits of a package, which are written when its bytes are asked for. */
export class PackageEdits implements EditedPackage {
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

  get parts(): PackageParts {
    this.#writePending();
    return this.#parts;
  }

  getPart(name: string): string | undefined {
    return this.parts.get(name.toLowerCase());
  }

  setPart(name: string, xml: string, contentType?: string): void {
    this.#writePending();
    this.#write(name, xml, contentType);
  }

  addRelationship(from: string, type: string, target: string, isExternal = false): string {
    const name = getRelationshipsName(this.#names.get(from.toLowerCase()) ?? from);
    const key = name.toLowerCase();
    const list = this.#pendingLists.get(name) ?? new RelationshipList(this.#parts.get(key), from);
    this.#pendingLists.set(name, list);
    const isStrict = hasStrictTypes(this.#parts.get(getRelationshipsName('')));
    return list.add(type, target, { isExternal, isStrict });
  }

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
