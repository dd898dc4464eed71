import { Low } from 'lowdb';
import { z } from 'zod';
import { libraryEntrySchema } from '../../../shared/domain/library-entry';
import { progressOf } from '../../../shared/domain/progress';
import { DurableJsonFile } from './durable-json-file';

const rowSchema = z.strictObject({
  entry: libraryEntrySchema,
  /** Size of the article's history when the entry was made: another size says that the entry is out of date. */
  historyBytes: z.int().nonnegative(),
});

export type LibraryRow = z.infer<typeof rowSchema>;

/** No history has this size, so the article is read again. */
const outOfDate = -1;

/** What an entry says that no other file knows, or that is needed to speak of an article that can't be read. */
const keptFieldsSchema = libraryEntrySchema
  .pick({ id: true, title: true, createdAt: true, editedAt: true, binnedAt: true })
  .loose();

/**
 * A row of another version, which knows less of the article or more. All but a few fields of it are told by the article's
 * folder, from where they are read again.
 */
const otherRowSchema = z.looseObject({ entry: keptFieldsSchema }).transform(({ entry }): LibraryRow => {
  const { id, title, createdAt, editedAt, binnedAt } = entry;
  const progress = progressOf([]);
  return {
    entry: { id, title, createdAt, editedAt, binnedAt, words: 0, progress },
    historyBytes: outOfDate,
  };
});

const listSchema = z.strictObject({ articles: z.array(z.union([rowSchema, otherRowSchema])) });

type LibraryList = z.infer<typeof listSchema>;

/** Reads library.json; what was found stands in `file.found`. Never rejects. */
export async function readLibraryFile(path: string, now: () => Date) {
  const file = new DurableJsonFile<LibraryList>(path, {
    format: 'stet-library',
    version: 1,
    schema: listSchema,
    now,
  });
  const low = new Low<LibraryList>(file, { articles: [] });
  await low.read();
  return { file, low };
}
