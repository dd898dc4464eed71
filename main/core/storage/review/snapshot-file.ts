import { Low } from 'lowdb';
import { z } from 'zod';
import { createEmptyReview } from '../../../../shared/domain/review/review';
import { type ReviewData, reviewToData } from '../../../../shared/domain/review/review-copy';
import { reviewDataSchema } from '../../../../shared/domain/review/review-data';
import { DurableJsonFile, type FilePlatform, type LoadResult } from '../files/durable-json-file';

export interface Snapshot {
  /** The number of the last change that the review contains. */
  lastSeq: number;
  review: ReviewData;
}

const format = {
  format: 'stet-review',
  version: 1,
  schema: z.strictObject({ lastSeq: z.int().positive(), review: reviewDataSchema }),
};

/** Reads review.json. Never rejects. */
export async function readSnapshot(path: string, platform: FilePlatform): Promise<LoadResult<Snapshot>> {
  const file = new DurableJsonFile<Snapshot>(path, format, platform);
  await file.read();
  return file.loadResult;
}

/** The snapshot of a review: a cache of its history, so that opening need not apply every change. */
export class SnapshotFile {
  readonly #low: Low<Snapshot>;
  #savedSeq: number;

  /** `loaded` is what `readSnapshot` returned for this path. */
  constructor(path: string, loaded: LoadResult<Snapshot>, platform: FilePlatform) {
    const file = new DurableJsonFile<Snapshot>(path, format, platform, loaded);
    this.#low = new Low(file, { lastSeq: 0, review: reviewToData(createEmptyReview()) });
    this.#savedSeq = loaded.state === 'read' ? loaded.data.lastSeq : 0;
  }

  /** The last change that the snapshot on the disk contains; 0 when there is no usable snapshot. */
  get savedSeq(): number {
    return this.#savedSeq;
  }

  /** Resolves once the snapshot would survive a power cut. Rejects as `DurableJsonFile.write` does. */
  async write(snapshot: Snapshot): Promise<void> {
    this.#low.data = snapshot;
    await this.#low.write();
    this.#savedSeq = snapshot.lastSeq;
  }
}
