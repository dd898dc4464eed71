import { z } from 'zod';
import { openStore } from '../../files/open-store';
import { alwaysWritable } from '../../lock/write-access';
import { libraryPaths } from '../../paths';
import type { PlacePlatform } from '../place-record';

const markSchema = z.looseObject({
  /** The folder that was copied, an absolute path. */
  from: z.string(),
  /** The files and links of the copy, once it is complete. `path` is relative; `stamp` is that of the original. */
  files: z.array(z.looseObject({ path: z.string(), stamp: z.string() })),
});

type MoveMark = z.infer<typeof markSchema>;

export type MovedFile = MoveMark['files'][number];

const format = { format: 'stet-move', version: 1, schema: markSchema };

/** Marks a folder as a copy that no record names yet. Rejects with the system's error. */
export function writeMoveMark(folder: string, mark: MoveMark, platform: PlacePlatform): Promise<void> {
  return openMark(folder, platform).save(mark);
}

/** The mark of a folder; null when there is none that can be read. Never rejects. */
export function readMoveMark(folder: string, platform: PlacePlatform): Promise<MoveMark | null> {
  return openMark(folder, platform).peek();
}

/** Until the record names the copy, it is no library that another process could have open. */
function openMark(folder: string, platform: PlacePlatform) {
  return openStore(libraryPaths(folder).move, format, { ...platform, access: alwaysWritable });
}
