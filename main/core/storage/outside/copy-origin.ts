import { basename } from 'node:path';
import { z } from 'zod';
import { idSchema, sha256Schema } from '../../../../shared/domain/primitives';
import type { FilePlatform } from '../files/durable-json-file';
import { openStore } from '../files/open-store';
import { articlePaths } from '../paths';

const copyOriginSchema = z.looseObject({
  /** The id of the article, which the lines of the history name as well. */
  articleId: idSchema,
  /** The number of the last line that both have, and its checksum; null when they have none in common. */
  seq: z.int().nonnegative(),
  sum: sha256Schema.nullable(),
});

/**
 * Names the article whose other continuation a folder holds, and the line it continues. Such a folder has an id of its own,
 * because two folders can't share one, but the lines of its history are those that were found, unchanged.
 */
export type CopyOrigin = z.infer<typeof copyOriginSchema>;

const format = { format: 'stet-copy', version: 1, schema: copyOriginSchema };

/** The origin of the copy in a folder; null when the folder holds an article of its own. Never rejects. */
export function readCopyOrigin(folder: string, platform: FilePlatform): Promise<CopyOrigin | null> {
  return openStore(articlePaths(folder).copyOrigin, format, platform).peek();
}

/** The id of the article that the history in a folder has to be of: that of the origin in a copy, otherwise the folder's name. */
export async function readArticleId(folder: string, platform: FilePlatform): Promise<string> {
  return (await readCopyOrigin(folder, platform))?.articleId ?? basename(folder);
}

/** Resolves once the origin would survive a power cut. Rejects as `JsonStore.save` does. */
export function writeCopyOrigin(folder: string, origin: CopyOrigin, platform: FilePlatform): Promise<void> {
  return openStore(articlePaths(folder).copyOrigin, format, platform).save(origin);
}
