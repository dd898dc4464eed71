import { contentTypesName } from './content-types';
import type { EditedPackage } from './edited-package';
import { PackageEdits } from './package-edits';

/** Makes a package of XML parts by their names, which are written with their case; `[Content_Types].xml` comes first. */
export function createPackage(parts: Readonly<Record<string, string>>): EditedPackage {
  const created = new PackageEdits(new Uint8Array(), [], new Map());
  const isList = ([name]: [string, string]) => name === contentTypesName;
  const ordered = Object.entries(parts).toSorted((a, b) => Number(isList(b)) - Number(isList(a)));
  for (const [name, xml] of ordered) created.setPart(name, xml);
  return created;
}
