import type { MissingField } from '../../../shared/reports/claim-review/missing-field';
import { StetError } from '../errors/stet-error';

/** Throws `badRequest` when something has to be filled in before the report can be written. The sentences say what, and where. */
export function refuseMissing(missing: readonly MissingField[]): void {
  if (missing.length === 0) return;
  const sentences = missing.map(({ sentence }) => sentence).join(' ');
  throw new StetError('badRequest', `The report was not saved. ${sentences}`);
}
