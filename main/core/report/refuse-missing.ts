import { StetError } from '../errors/stet-error';

/** Throws `badRequest` when something has to be filled in before the report can be written. The sentences say what, and where. */
export function refuseMissing(missing: readonly string[]): void {
  if (missing.length > 0) throw new StetError('badRequest', `The report was not saved. ${missing.join(' ')}`);
}
