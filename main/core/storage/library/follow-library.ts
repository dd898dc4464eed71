import { idSchema } from '../../../../shared/domain/primitives';
import { mapLimited } from '../../map-limited';
import { createSerialQueue } from '../../serial-queue';
import { readdirEntries, stat } from '../files/disk';
import { articleFolder, articlePaths, libraryPaths } from '../paths';
import { type RowContext, updateRow } from './article-row';
import type { LibraryRow } from './library-file';

/** How many folders are looked at at a time: on a network drive most of the time is spent waiting. */
const maxFolders = 16;

type FollowContext = Omit<RowContext, 'readInTurn'> & { libraryFolder: string };

/** Brings a list that must not be written in line with the folders, to which another Stet writes. */
export class LibraryFollower {
  /** The stamp of each folder when its row was read. */
  readonly #stamps = new Map<string, string>();
  readonly #readInTurn = createSerialQueue();

  constructor(private readonly context: FollowContext) {}

  /**
   * The rows as the folders are now: the same objects where nothing changed. An article that can't be read keeps its row. Rejects
   * with the system's error when the folders can't be listed.
   */
  async read(rows: ReadonlyMap<string, LibraryRow>): Promise<LibraryRow[]> {
    const { libraryFolder } = this.context;
    const entries = await readdirEntries(libraryPaths(libraryFolder).articles);
    const ids = entries
      .filter((entry) => entry.isDirectory() && idSchema.safeParse(entry.name).success)
      .map(({ name }) => name);
    const read = await mapLimited(ids, maxFolders, async (id) => {
      const folder = articleFolder(libraryFolder, id);
      const stamp = await getStamp(folder);
      const row = rows.get(id);
      if (this.#stamps.get(id) === stamp) return row;
      this.#stamps.set(id, stamp);
      return (await updateRow(folder, row, { ...this.context, readInTurn: this.#readInTurn })).row;
    });
    return read.filter((row) => row !== undefined);
  }
}

/** A string that changes with the history and the bin of an article. */
async function getStamp(folder: string): Promise<string> {
  const { history, bin } = articlePaths(folder);
  const stamps = [history, bin].map((path) =>
    stat(path).then(
      ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
      () => 'none',
    ),
  );
  return (await Promise.all(stamps)).join(', ');
}
