import type { Reporter } from '#renderer/documents/read/base/format.ts';

/** Ignores progress, and fails the test when an error is reported that may be a bug. */
export const strictReporter: Reporter = {
  reportProgress: () => {},
  reportError: (error) => {
    throw error;
  },
};

/** Ignores everything, for tests with damaged files, which may make a library throw any error. */
export const silentReporter: Reporter = { reportProgress: () => {}, reportError: () => {} };
