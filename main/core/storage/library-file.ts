import { Low } from 'lowdb';
import { z } from 'zod';
import { libraryEntrySchema } from '../../../shared/domain/library-entry';
import { DurableJsonFile } from './durable-json-file';

const rowSchema = z.strictObject({
  entry: libraryEntrySchema,
  /** Size of the article's history when the entry was made: another size says that the entry is out of date. */
  historyBytes: z.int().nonnegative(),
});

const listSchema = z.strictObject({ articles: z.array(rowSchema) });

export type LibraryRow = z.infer<typeof rowSchema>;

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
