import { Low } from 'lowdb';
import { z } from 'zod';
import type { ReviewData } from '../../../../shared/domain/review/review';
import { reviewDataSchema } from '../../../../shared/domain/review/review-data';
import { DurableJsonFile } from '../files/durable-json-file';

export interface Snapshot {
  /** The number of the last change that the review holds. */
  lastSeq: number;
  review: ReviewData;
}

const snapshotSchema = z.strictObject({ lastSeq: z.int().positive(), review: reviewDataSchema });

const nothing: Snapshot = {
  lastSeq: 0,
  review: {
    article: [],
    drafts: [],
    claims: [],
    placements: [],
    sources: [],
    evidence: [],
    attachments: [],
    dismissals: [],
  },
};

export interface SnapshotFile {
  file: DurableJsonFile<Snapshot>;
  low: Low<Snapshot>;
}

/** Reads review.json; what was found stands in `file.found`. Never rejects. */
export async function readSnapshot(path: string, now: () => Date): Promise<SnapshotFile> {
  const file = new DurableJsonFile<Snapshot>(path, {
    format: 'stet-review',
    version: 1,
    schema: snapshotSchema,
    now,
  });
  const low = new Low(file, nothing);
  await low.read();
  return { file, low };
}
