import { z } from 'zod';
import { sha256Schema } from '#shared/domain/base/primitives.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { type ReviewData, reviewDataSchema } from '#shared/domain/review/review-data.ts';
import type { UndoDepths } from '#shared/domain/review/undo-stacks.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import { type FilePlatform, type JsonStore, type LoadResult, openStore } from '../disk/open-store.ts';

export interface Snapshot {
  /** The number of the last change that the review contains. */
  lastSeq: number;
  /** The checksum of the history's line with that change, which says to which history the snapshot belongs. */
  lastSum: string;
  /** The place of that line, so that the end of the history can be read alone; null when it is not known. */
  historyEnd: SnapshotEnd | null;
  review: ReviewData;
}

interface SnapshotEnd extends UndoDepths {
  /** Size in bytes of the history up to and including the line. */
  bytes: number;
}

export const snapshotFormat = {
  format: 'stet-review',
  version: 1,
  schema: storedObject({
    lastSeq: z.int().positive(),
    lastSum: sha256Schema,
    historyEnd: storedObject({
      bytes: z.int().positive(),
      undoable: z.int().nonnegative(),
      redoable: z.int().nonnegative(),
    }).nullable(),
    review: reviewDataSchema,
  }),
};

/** Whether the snapshot is that of an article. */
export function isSnapshotOf({ review }: Snapshot, articleId: string): boolean {
  return review.article.length === 1 && review.article[0]?.id === articleId;
}

/**
 * Whether a repair took the state of a snapshot over into a history, which may have fewer lines than the snapshot counts. Then the
 * history is the newer one.
 */
export function isTakenOver(
  { lastSeq, lastSum }: Pick<Snapshot, 'lastSeq' | 'lastSum'>,
  changes: readonly Change[],
): boolean {
  return changes.some(
    ({ repair }) => repair?.continues?.lastSeq === lastSeq && repair.continues.sha256 === lastSum,
  );
}

export async function readSnapshot(path: string, platform: FilePlatform): Promise<LoadResult<Snapshot>> {
  const store = openStore(path, snapshotFormat, platform);
  await store.load();
  return store.loadResult;
}

/** The snapshot of a review: a cache of its history, so that opening need not apply every change. */
export class SnapshotFile {
  readonly #store: JsonStore<Snapshot>;
  #savedSeq: number;
  /** The snapshot as it was read, with what a newer Stet may have written besides, such as another table. */
  readonly #loaded: Snapshot | null;

  /** `loaded` is what `readSnapshot` returned for this path, and `savedSeq` the last change of it that counts. */
  constructor(path: string, loaded: LoadResult<Snapshot>, savedSeq: number, platform: FilePlatform) {
    this.#store = openStore(path, snapshotFormat, platform, loaded);
    this.#loaded = loaded.state === 'read' && savedSeq > 0 ? loaded.data : null;
    this.#savedSeq = savedSeq;
  }

  /** The last change that the snapshot on the disk contains; 0 when there is no usable snapshot. */
  get savedSeq(): number {
    return this.#savedSeq;
  }

  /** Resolves once the snapshot would survive a power cut. Rejects as `JsonStore.save` does. */
  async write(snapshot: Snapshot): Promise<void> {
    const review = { ...this.#loaded?.review, ...snapshot.review };
    const historyEnd = snapshot.historyEnd && { ...this.#loaded?.historyEnd, ...snapshot.historyEnd };
    await this.#store.save({ ...this.#loaded, ...snapshot, historyEnd, review });
    this.#savedSeq = snapshot.lastSeq;
  }
}
