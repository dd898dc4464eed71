import { z } from 'zod';
import { libraryEntrySchema } from '#shared/domain/library/library-entry.ts';
import { countByStatus } from '#shared/domain/review/progress.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import { countingRules, type LibraryRow, libraryListName, rowSchema } from '../article/stored-list.ts';
import { type FilePlatform, openStore } from '../disk/open-store.ts';

export type { LibraryRow };

/** Marks an outdated row: no history has this size, so the article is read again. */
const outdatedBytes = -1;

/** Fields that are needed to describe an article that can't be read. */
const essentialFieldsSchema = libraryEntrySchema
  .pick({ id: true, title: true, createdAt: true, editedAt: true, binnedAt: true })
  .loose();

/**
 * A row that another version wrote, with fewer or more fields. Only its essential fields are used. The others are read from the
 * article's folder.
 */
const foreignRowSchema = z
  .looseObject({ entry: essentialFieldsSchema })
  .transform(({ entry, ...row }): LibraryRow => {
    const { id, title, createdAt, editedAt, binnedAt } = entry;
    const progress = countByStatus([]);
    return {
      ...row,
      entry: {
        ...entry,
        id,
        title,
        createdAt,
        editedAt,
        binnedAt,
        byline: null,
        draft: 1,
        file: null,
        words: 0,
        copyOf: null,
        deadline: null,
        progress,
        reading: null,
      },
      historyBytes: outdatedBytes,
    };
  });

const listSchema = storedObject({
  countingRules: z.int(),
  articles: z.array(z.union([rowSchema, foreignRowSchema])),
});

type LibraryList = z.infer<typeof listSchema>;

export const libraryListFormat = {
  ...libraryListName,
  schema: listSchema,
};

export async function readLibraryFile(path: string, platform: FilePlatform) {
  const store = openStore(path, libraryListFormat, platform);
  const list: LibraryList = (await store.load()) ?? { countingRules, articles: [] };
  const rows =
    list.countingRules === countingRules
      ? list.articles
      : list.articles.map((row) => ({ ...row, historyBytes: outdatedBytes }));
  return {
    loadResult: store.loadResult,
    rows,
    /** Resolves once the rows are on the disk; rejects with the system's error. */
    write(articles: LibraryRow[]): Promise<void> {
      return store.save({ ...list, countingRules, articles });
    },
  };
}

export type LibraryFile = Awaited<ReturnType<typeof readLibraryFile>>;
