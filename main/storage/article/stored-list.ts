import { z } from 'zod';
import { isLibraryEntry } from '#shared/contract/first-answers.ts';
import { libraryEntrySchema } from '#shared/domain/library/library-entry.ts';
import { isCount, isListOf, isObject } from '#shared/text/guards.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import { readJsonFile } from '../disk/open-store.ts';
import { libraryPaths } from '../disk/paths.ts';

/**
 * Increased whenever the rules for counting claims change, so that entries made by older rules are made again. Stored with
 * `library.json` and with each summary.
 */
export const countingRules = 1;

export const rowSchema = storedObject({
  entry: libraryEntrySchema,
  /** Size of the article's history, in bytes, when the entry was made. When it differs, the entry is outdated. */
  historyBytes: z.int().nonnegative(),
});

export type LibraryRow = z.infer<typeof rowSchema>;

export const libraryListName = { format: 'stet-library', version: 1 };

const isRow = isObject<LibraryRow>({ entry: isLibraryEntry, historyBytes: isCount });

const storedListSchema = z.object({
  countingRules: z.literal(countingRules),
  articles: z.custom<LibraryRow[]>(isListOf(isRow)),
});

/**
 * The rows of `library.json` as they are on the disk, shown until the library has compared them with the articles' folders.
 * Null unless the file is intact, follows today's rules and is not empty. Writes nothing. Never rejects.
 */
export async function readStoredList(libraryFolder: string): Promise<LibraryRow[] | null> {
  // Opening the library reports what is wrong with the file.
  const format = { ...libraryListName, schema: storedListSchema };
  const list = await readJsonFile(libraryPaths(libraryFolder).library, format).catch(() => null);
  return list?.state === 'read' && list.data.articles.length > 0 ? list.data.articles : null;
}
