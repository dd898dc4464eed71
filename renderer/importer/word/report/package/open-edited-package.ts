import type { ZipFault } from '../../../zip/unpack-parts';
import type { EditedPackage } from './edited-package';

type OpenedPackage = { ok: true; package: EditedPackage } | { ok: false; fault: ZipFault };

/** Opens a Word file to rewrite it, within the limits of `unpackParts`. */
export function openEditedPackage(_bytes: Uint8Array): OpenedPackage {
  throw new Error('not built');
}
