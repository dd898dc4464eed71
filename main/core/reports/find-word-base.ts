import type { ReviewStore } from '#main/storage/reviews/review-store.ts';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import { type DraftRow, findBaseDraft, getKeptOriginal } from '#shared/domain/base/draft.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { listStoredFiles } from '#shared/domain/review/review-data.ts';
import type { ReportChoices } from '#shared/domain/settings/report-options.ts';
import { listFirstComments } from '#shared/drafts/list-first-comments.ts';
import type { WordBase } from '#shared/reports/word/word-plan.ts';

/**
 * Lists the numbers that claims have in the drafts of a review, by the ids of the claims, each number once. Reports on these drafts had
 * them, unless claims were added or deleted since.
 */
export function listFormerNumbers(review: Review): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const draftId of review.drafts.keys())
    for (const { claim, number } of listPlacedClaims(review, draftId)) {
      const known = numbers.get(claim.id);
      if (!known) numbers.set(claim.id, [number]);
      else if (!known.includes(number)) known.push(number);
    }
  return numbers;
}

/** The document that a Word report is written into. */
export type FoundWordBase =
  | { kind: 'original'; base: WordBase; file: StoredFile }
  /**
   * A document of our own, and why it is not the author's file, as a sentence for the reviewer; null when they chose so, by the reader as
   * well.
   */
  | { kind: 'clean'; why: string | null };

/** The extensions of Word's own files: documents and templates, with macros or without. */
export const wordFile = /\.(?:docx|docm|dotx|dotm)$/i;

/** Says why nothing can be written into the file of a draft that no map leads into. */
function describeMissingMap({ number, origin }: DraftRow): string {
  if (origin.kind !== 'file' || (!wordFile.test(origin.name) && getKeptOriginal(origin) === null))
    return `Draft ${number} was not read from a Word file (.docx).`;
  if (getKeptOriginal(origin) === null)
    return `The Word file of draft ${number} is not kept. The list of drafts can add it.`;
  return `It is not known where the text of draft ${number} is in its Word file.`;
}

/** Facts of a review about its newest draft and the file of that. */
interface WordFacts {
  /** The draft that was imported: the newest, or the one that its corrections were applied to; null when it is not there any more. */
  row: DraftRow | null;
  file: StoredFile | null;
  comments: WordBase['comments'];
  formerNumbers: WordBase['formerNumbers'];
}

/** Reads from a review what is needed to find the Word file of its newest draft. */
export function readWordFacts(review: Review, draftId: string): WordFacts {
  const row = findBaseDraft([...review.drafts.values()], draftId);
  const file = listStoredFiles(review).find(({ id }) => id === row?.id) ?? null;
  return { row, file, comments: listFirstComments(review), formerNumbers: listFormerNumbers(review) };
}

/** Finds the author's Word file. Rejects as `ReviewStore.readDraft`. */
export async function findWordBase(
  store: ReviewStore,
  { row, file, comments, formerNumbers }: WordFacts,
  { options }: ReportChoices,
): Promise<FoundWordBase> {
  // The public never gets the original: its comments, deleted words and properties may name a source.
  if (options.word.base === 'clean' || options.reader === 'public') return { kind: 'clean', why: null };
  if (!row) return { kind: 'clean', why: 'The draft that was read from a file is not there any more.' };
  const map = await store.peekTextMap(row);
  if (!map || !file) return { kind: 'clean', why: describeMissingMap(row) };
  if (!(await store.vault.has(file)))
    return { kind: 'clean', why: `The Word file of draft ${row.number} is missing from the library.` };
  return {
    kind: 'original',
    base: { draft: await store.readDraft(row.id), map, comments, formerNumbers },
    file,
  };
}

/** Describes the document for the export dialog. */
export function describeWordBase(found: FoundWordBase): { base: FoundWordBase['kind']; why: string | null } {
  return { base: found.kind, why: found.kind === 'clean' ? found.why : null };
}
