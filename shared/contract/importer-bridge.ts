import type { DocumentText } from '../import/document-text';

/** The channels between main and the hidden page that reads untrusted files. */
export const importerChannels = {
  job: 'importer:job',
  piece: 'importer:piece',
  answer: 'importer:answer',
} as const;

/** Bytes in a piece of the file: main sends them one by one, so that it stays free for others. */
export const pieceSize = 4 * 1024 * 1024;

/** What the page is made for: one job, and then it is gone. */
export interface ImporterJob {
  kind: 'documentText';
  /** The file's name, without a folder. */
  name: string;
  bytes: Uint8Array;
}

/** The job as it is announced: the file's bytes are asked for by their offset. */
export interface ImporterTask extends Omit<ImporterJob, 'bytes'> {
  /** In bytes. */
  length: number;
}

/** All that its preload exposes, as `window.importer`. Main parses what is answered. */
export interface ImporterBridge {
  /** Hands over the job, and its answer back; called once. */
  work(worker: (job: ImporterJob) => Promise<DocumentText>): Promise<void>;
}
