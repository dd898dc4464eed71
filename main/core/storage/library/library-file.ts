import { Low } from 'lowdb';
import { z } from 'zod';
import { libraryEntrySchema } from '../../../../shared/domain/library/library-entry';
import { progressOf } from '../../../../shared/domain/review/progress';
import { DurableJsonFile } from '../files/durable-json-file';

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
    entry: {
      id,
      title,
      createdAt,
      editedAt,
      binnedAt,
      byline: null,
      draft: 1,
      file: null,
      words: 0,
      progress,
    },
    historyBytes: outOfDate,
  };
});

/** Raised whenever the same review counts its claims otherwise than before: entries made by other rules are made again. */
const countingRules = 2;

const listSchema = z.strictObject({
  countingRules: z.int().default(1),
  articles: z.array(z.union([rowSchema, otherRowSchema])),
});

type LibraryList = z.infer<typeof listSchema>;

/** Reads library.json, and tells what was found there. Never rejects. */
export async function readLibraryFile(path: string, now: () => Date) {
  const file = new DurableJsonFile<LibraryList>(path, {
    format: 'stet-library',
    version: 1,
    schema: listSchema,
    now,
  });
  const low = new Low<LibraryList>(file, { countingRules, articles: [] });
  await low.read();
  const isCounted = low.data.countingRules === countingRules;
  const rows = isCounted
    ? low.data.articles
    : low.data.articles.map((row) => ({ ...row, historyBytes: outOfDate }));
  return {
    /** What was found on the disk. */
    found: file.found,
    rows,
    /** Whether another version wrote some of it, so that it has to be made again. */
    isOfAnotherVersion: rows.some(({ historyBytes }) => historyBytes === outOfDate),
    /** Resolves once the rows are on the disk; rejects with the system's error. */
    write(articles: LibraryRow[]): Promise<void> {
      low.data = { countingRules, articles };
      return low.write();
    },
  };
}
