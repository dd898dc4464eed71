import type { Log } from '../../platform';
import { serialQueue } from '../../serial-queue';
import type { Snapshot, SnapshotFile } from './snapshot-file';

/** Writes the snapshots of one review, one after the other, and knows how far the last one on the disk goes. */
export class SnapshotWriter {
  readonly #inTurn = serialQueue();

  constructor(
    private readonly snapshot: SnapshotFile,
    private seq: number,
    private readonly log: Log,
  ) {}

  /** The last change that the snapshot on the disk holds; 0 before the first. */
  get writtenSeq(): number {
    return this.seq;
  }

  /** Writes what `take` says stands now. Never rejects: the history has it all, so a failure is only logged. */
  write(take: () => Promise<Snapshot>): Promise<void> {
    const { low } = this.snapshot;
    return this.#inTurn(async () => {
      try {
        const state = await take();
        low.data = state;
        await low.write();
        this.seq = state.lastSeq;
      } catch (error) {
        this.log.error('a snapshot could not be written', error);
      }
    });
  }
}
