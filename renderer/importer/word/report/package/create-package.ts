import type { EditedPackage } from './edited-package';

/** Makes a package of XML parts by their names, which are written with their case, `[Content_Types].xml` first. */
export function createPackage(_parts: Readonly<Record<string, string>>): EditedPackage {
  throw new Error('not built');
}
