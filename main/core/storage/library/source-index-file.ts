import { Low } from 'lowdb';
import { z } from 'zod';
import { idSchema } from '../../../../shared/domain/primitives';
import { sourceSchema } from '../../../../shared/domain/source';
import { DurableJsonFile } from '../files/durable-json-file';

const rowSchema = z.strictObject({
  articleId: idSchema,
  /** Size of the article's history when the sources were read: another size says that they are out of date. */
  historyBytes: z.int().nonnegative(),
  sources: z.array(z.strictObject({ source: sourceSchema, files: z.int().nonnegative() })),
});

const indexSchema = z.strictObject({ articles: z.array(rowSchema) });

export type SourceIndexRow = z.infer<typeof rowSchema>;

type SourceIndexData = z.infer<typeof indexSchema>;

/** Reads sources.json. It is a cache: whatever is wrong with it, it is made again. Never rejects. */
export async function readSourceIndex(path: string, now: () => Date): Promise<Low<SourceIndexData>> {
  const file = new DurableJsonFile<SourceIndexData>(path, {
    format: 'stet-sources',
    version: 1,
    schema: indexSchema,
    now,
  });
  const low = new Low<SourceIndexData>(file, { articles: [] });
  await low.read();
  return low;
}
