import type { StoredFile } from '../attachment';
import type { Review } from './review';

/**
 * Lists the files of a review that are in the vault, each with the id of its attachment, or of the draft that was fetched
 * as a web page.
 */
export function listStoredFiles(review: Review): (StoredFile & { id: string })[] {
  const pages = [...review.drafts.values()].flatMap(({ id, origin }) =>
    origin.kind === 'web' ? [{ ...origin, id }] : [],
  );
  return [...review.attachments.values(), ...pages].map(({ id, sha256, name, bytes, mime }) => ({
    id,
    sha256,
    name,
    bytes,
    mime,
  }));
}
