import type { ZipFault } from '../../../../../shared/bytes/zip/checked-entries';
import { readZipDirectory } from '../../../../../shared/bytes/zip/zip-directory';
import { unpackParts } from '../../../zip/unpack-parts';
import type { EditedPackage } from './edited-package';
import { PackageEdits } from './package-edits';

type OpenedPackage = { ok: true; package: EditedPackage } | { ok: false; fault: ZipFault };

/** Opens a Word file to rewrite it, within the limits of `unpackParts`. */
export function openEditedPackage(bytes: Uint8Array): OpenedPackage {
  const unpacked = unpackParts(bytes);
  if (!unpacked.ok) return unpacked;
  const entries = readZipDirectory(bytes, Number.POSITIVE_INFINITY) ?? [];
  return { ok: true, package: new PackageEdits(bytes, entries, unpacked.parts) };
}
