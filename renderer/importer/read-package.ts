import type { PackageTexts } from '../../shared/reports/written/package-texts';
import { readPackageTexts } from '../../shared/reports/written/read-package-texts';
import type { Reporter } from './format';

/** Reads everything in a zip of parts, to search it. Never rejects: a fault of ours makes the file unreadable, and is reported. */
export async function readPackage(bytes: Uint8Array, { reportError }: Reporter): Promise<PackageTexts> {
  try {
    return readPackageTexts(bytes);
  } catch (error) {
    reportError(error);
    return { state: 'unreadable', why: 'is damaged' };
  }
}
