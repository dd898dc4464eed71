import type { Origin } from '../../shared/domain/draft';
import type { Imported } from '../../shared/import/proposal';
import type { DocumentText } from '../../shared/quotes/document-text';

/** A file as the job brings it. */
export interface File {
  /** Where it is from; a file's name has no folder. */
  origin: Origin;
  /** The media type that came with a paste or from a server, without parameters; null when nobody said. */
  type: string | null;
  /** The label of its encoding, where a server said it. */
  charset: string | null;
  bytes: Uint8Array;
}

/** Tells how far the reading is, in steps of the format's own. */
export type Told = (done: number, total: number) => void;

/** One format of files. What it is given is untrusted, down to its name. */
export interface Format {
  /** Whether the file is of this format; its content is asked before its name. */
  fits(file: File): boolean;
  /** The draft of an article, or why there is none. What it throws counts as damage of the file. */
  draft(file: File, told: Told): Imported | Promise<Imported>;
  /** All that the file says, for words to be looked for in it. */
  text(file: File): DocumentText | Promise<DocumentText>;
}
