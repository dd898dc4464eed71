import type { StoredFile } from '../attachment';
import { getKeptOriginal } from '../draft/draft-origin';
import type { Review } from './review';

/** The media type of Word documents, the only files that the vault keeps beside fetched pages and attachments. */
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Lists the files of a review that are in the vault, each with the id of its attachment, or of the draft that was read from
 * it.
 */
export function listStoredFiles(review: Review): (StoredFile & { id: string })[] {
  const originals = [...review.drafts.values()].flatMap(({ id, origin }) => {
    const kept = getKeptOriginal(origin);
    const mime = origin.kind === 'web' ? origin.mime : wordType;
    return kept && origin.name !== null ? [{ ...kept, name: origin.name, mime, id }] : [];
  });
  return [...review.attachments.values(), ...originals].map(({ id, sha256, name, bytes, mime }) => ({
    id,
    sha256,
    name,
    bytes,
    mime,
  }));
}
