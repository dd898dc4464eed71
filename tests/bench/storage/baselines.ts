import { open } from 'node:fs/promises';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { ReviewData } from '../../../shared/domain/review/review-data';

/** Appends a line to a file and syncs it, as an edit must at least do. */
export async function openBareAppend(path: string, line: Buffer) {
  const file = await open(path, 'a');
  return {
    async append() {
      await file.write(line);
      await file.datasync();
    },
    close: () => file.close(),
  };
}

/** Creates a function that edits a review stored with plain lowdb, which writes the whole file and does not sync it. */
export async function openPlainLowdb(path: string, review: ReviewData) {
  const low = new Low(new JSONFile<ReviewData>(path), review);
  await low.write();
  return async () => {
    await low.update(({ article }) => {
      const [only] = article;
      if (only) only.title = `Title ${Math.random()}`;
    });
  };
}
