import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { type Draft, type DraftRow, draftSchema } from '../../../shared/domain/draft';
import { StetError } from '../stet-error';
import { DurableJsonFile } from './durable-json-file';

/** SHA-256 of a draft's text in UTF-8, in lower-case hexadecimal: what the draft's file is named after. */
export function textSum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function draftFile(folder: string, sha256: string, now: () => Date) {
  return new DurableJsonFile<{ draft: Draft }>(join(folder, `${sha256}.json`), {
    format: 'stet-draft',
    version: 1,
    schema: z.strictObject({ draft: draftSchema }),
    now,
  });
}

/** Writes a draft into its folder; resolves once it would survive a power cut. Drafts are never written again. */
export async function writeDraft(folder: string, draft: Draft, now: () => Date): Promise<void> {
  await draftFile(folder, draft.sha256, now).write({ draft });
}

/** Reads the text that a row names, and checks that it is the very text that was imported. Rejects with `damaged`. */
export async function readDraft(folder: string, row: DraftRow, now: () => Date): Promise<Draft> {
  const file = draftFile(folder, row.sha256, now);
  const draft = (await file.read())?.draft;
  if (draft && draft.id === row.id && textSum(draft.text) === row.sha256) return draft;
  const { found } = file;
  if (found.state === 'newer')
    throw new StetError(
      'readOnly',
      'This article’s text was written by a newer Stet. Update Stet to open it.',
    );
  throw new StetError(
    'damaged',
    `The text of this article can’t be read from ${row.sha256}.json. ` +
      'Claims and sources are kept in its folder; put a copy of that file back to open it.',
    { cause: found },
  );
}
