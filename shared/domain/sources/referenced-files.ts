import type { KeptFile } from '../attachment';
import type { Review } from '../review/review';

/** Every file that is kept for a review: those of its sources, and the pages that drafts were fetched from. */
export function keptFilesOf(review: Review): (KeptFile & { id: string })[] {
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
