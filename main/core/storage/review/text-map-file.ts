import { join } from 'node:path';
import { type StoredTextMap, storedTextMapSchema } from '../../../../shared/domain/draft/text-map';
import { storedObject } from '../../../../shared/text/stored-object';
import type { FilePlatform } from '../files/durable-json-file';
import { type JsonStore, openStore } from '../files/open-store';

/** A lost map costs nothing of the article: it can be made again from the file that it leads to. */
const format = {
  format: 'stet-text-map',
  version: 1,
  schema: storedObject({ textMap: storedTextMapSchema }),
};

const ending = '.map.json';

/** Whether a file beside the drafts is a map. */
export function isTextMapName(name: string): boolean {
  return name.endsWith(ending);
}

/** Opens the map of a draft: `name` is that of the draft's file without its extension. */
export function openTextMapFile(
  folder: string,
  name: string,
  platform: FilePlatform,
): JsonStore<{ textMap: StoredTextMap }> {
  return openStore(join(folder, `${name}${ending}`), format, platform);
}
