import type { Origin } from '../domain/draft';
import type { DraftReading } from '../import/proposal';
import type { DocumentText } from '../quotes/document-text';

/** The channels between main and the hidden page that reads untrusted files. */
export const importerChannels = {
  job: 'importer:job',
  piece: 'importer:piece',
  progress: 'importer:progress',
  answer: 'importer:answer',
} as const;

/** Bytes in a piece of the file: main sends them one by one, so that it stays free for others. */
export const pieceSize = 4 * 1024 * 1024;

/** What the page is made for: one job, and then it is gone. */
export interface ImporterJob {
  /** What the file is read for: to look for words in all it says, or to make a draft of it. */
  kind: 'documentText' | 'draft';
  origin: Origin;
  /** The media type that came with a paste or from a server, without parameters; null when nobody said. */
  type: string | null;
  /** The label of its encoding, where a server said it. */
  charset: string | null;
  bytes: Uint8Array;
}

/** The job as it is announced: the file's bytes are asked for by their offset. */
export interface ImporterTask extends Omit<ImporterJob, 'bytes'> {
  /** In bytes. */
  length: number;
}

type Worker = (
  job: ImporterJob,
  told: (done: number, total: number) => void,
) => Promise<DocumentText | DraftReading>;

/** All that its preload exposes, as `window.importer`. Main parses what is answered and told. */
export interface ImporterBridge {
  /** Hands over the job, and its answer back; called once. */
  work(worker: Worker): Promise<void>;
}
