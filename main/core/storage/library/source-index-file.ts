import { Low } from 'lowdb';
import { z } from 'zod';
import { idSchema } from '../../../../shared/domain/primitives';
import { sourceSchema } from '../../../../shared/domain/source';
import { DurableJsonFile, type FilePlatform } from '../files/durable-json-file';

const rowSchema = z.strictObject({
  articleId: idSchema,
  /** Size of the article's history, in bytes, when the sources were read. When it differs, they are outdated. */
  historyBytes: z.int().nonnegative(),
  sources: z.array(z.strictObject({ source: sourceSchema, files: z.int().nonnegative() })),
});

const indexSchema = z.strictObject({ articles: z.array(rowSchema) });

export type SourceIndexRow = z.infer<typeof rowSchema>;

type SourceIndexData = z.infer<typeof indexSchema>;

const format = { format: 'stet-sources', version: 1, schema: indexSchema };

/** Reads sources.json. It is a cache: when it can't be read, it is made again. Never rejects. */
export async function readSourceIndex(path: string, platform: FilePlatform): Promise<Low<SourceIndexData>> {
  const file = new DurableJsonFile<SourceIndexData>(path, format, platform);
  const low = new Low<SourceIndexData>(file, { articles: [] });
  await low.read();
  return low;
}
