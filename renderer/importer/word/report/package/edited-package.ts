import type { PackageParts } from '../../../zip/unpack-parts';

/**
 * A Word file that is being rewritten. Parts that nobody sets keep the bytes that they have in the file, compressed as they are.
 * Names are compared without case, and written as the file has them.
 */
export interface EditedPackage {
  /** The XML parts as they are now, changes included. `openWordDocument`, `findMainPart` and `findRelatedParts` read them. */
  readonly parts: PackageParts;
  /** The text of an XML part; undefined when there is none. As `PackageParts`, names are in lower case without a leading slash. */
  getPart(name: string): string | undefined;
  /** Replaces a part, or adds one, whose content type is then added unless it has one. */
  setPart(name: string, xml: string, contentType?: string): void;
  /**
   * Adds a relationship from a part, and returns its id, which is new there. `type` is the last word of the relationship's type; the
   * namespace is that of the file (transitional or strict). `target` is the name of a part, or an address if it is external.
   */
  addRelationship(from: string, type: string, target: string, isExternal?: boolean): string;
  /** The bytes of the file with all changes. */
  toBytes(): Promise<Uint8Array<ArrayBuffer>>;
}
