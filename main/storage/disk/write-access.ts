import { StetError } from '#main/base/stet-error.ts';

/**
 * The right to write to a library. It is asked for right before anything in the library's folder is written, renamed or
 * removed, also while reading: by clean-up, caches, and when a damaged file is set aside.
 */
export interface WriteAccess {
  /** Why nothing may be written, in a sentence for the reviewer, as far as is known; null when something may. */
  readonly refusal: string | null;
  /**
   * Resolves while this process is the library's one writer. Rejects with a `StetError` that says who writes to it instead,
   * or with the system's error when that can't be found out; then nothing may be written.
   */
  verify(): Promise<void>;
}

/** For work that only reads: refuses everything, with this sentence. */
export function readingOnly(refusal: string): WriteAccess {
  return {
    refusal,
    verify: async () => {
      throw new StetError('readOnly', refusal);
    },
  };
}

/** For files that no other process writes to, such as those of this computer's settings. */
export const alwaysWritable: WriteAccess = { refusal: null, verify: async () => undefined };
