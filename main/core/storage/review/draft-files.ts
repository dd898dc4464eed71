import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Draft, type DraftRow, draftSchema } from '../../../../shared/domain/draft';
import { StetError } from '../../errors/stet-error';
import { systemCode } from '../files/disk-messages';
import { DurableJsonFile } from '../files/durable-json-file';

/** SHA-256 of a draft's text in UTF-8, in lower-case hexadecimal: what the draft's file is named after. */
export function textSum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function draftFile(folder: string, name: string, now: () => Date) {
  return new DurableJsonFile<{ draft: Draft }>(join(folder, `${name}.json`), {
    format: 'stet-draft',
    version: 1,
    schema: z.strictObject({ draft: draftSchema }),
    now,
  });
}

/** The texts of an article's drafts. */
export interface DraftFiles {
  read(row: DraftRow): Promise<Draft>;
  write(draft: Draft): Promise<void>;
}

/** The drafts in a folder, as `readDraft` and `writeDraft` have them. */
export function draftFiles(folder: string, now: () => Date): DraftFiles {
  return {
    read: (row) => readDraft(folder, row, now),
    write: (draft) => writeDraft(folder, draft, now),
  };
}

/** A draft is in the file of its text's sum; one whose text an earlier draft has too, in a file that bears its id as well. */
function namesOf({ sha256, id }: Pick<DraftRow, 'sha256' | 'id'>): [own: string, shared: string] {
  return [`${sha256}.${id}`, sha256];
}

/** Writes a draft into its folder; resolves once it would survive a power cut. Drafts are never written again. */
export async function writeDraft(folder: string, draft: Draft, now: () => Date): Promise<void> {
  const [own, shared] = namesOf(draft);
  const isTaken = await stat(join(folder, `${shared}.json`)).then(
    () => true,
    (error) => {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
  await draftFile(folder, isTaken ? own : shared, now).write({ draft });
}

/** Reads the text that a row names, and checks that it is the very text that was imported. Rejects with `damaged`. */
export async function readDraft(folder: string, row: DraftRow, now: () => Date): Promise<Draft> {
  const [own, shared] = namesOf(row);
  let found: DurableJsonFile<{ draft: Draft }>['found'] | null = null;
  for (const name of [own, shared]) {
    const file = draftFile(folder, name, now);
    const draft = (await file.read())?.draft;
    if (draft && draft.id === row.id && textSum(draft.text) === row.sha256) return draft;
    found = file.found;
  }
  if (found?.state === 'newer')
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
