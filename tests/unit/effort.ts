import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The seed of everything random. */
    seed: number;
    /** Whether `npm run test:all` runs, which tries more examples than `npm test`. */
    tryAll: boolean;
  }
}

/**
 * The seed of everything random. In `npm test` the same in every run, so that a failure comes from the change that is tested;
 * STET_SEED tries another.
 */
export const seed = inject('seed');

const tryAll = inject('tryAll');

/** How many examples to try: a few in `npm test`, all in `npm run test:all`. */
export const choose = (few: number, all: number): number => (tryAll ? all : few);

/** The first few examples in `npm test`, all of them in `npm run test:all`. */
export const chooseExamples = <T>(examples: readonly T[], few: number): readonly T[] =>
  tryAll ? examples : examples.slice(0, few);

// This is also a set-up file. Tests that give their own seed or number of runs keep it.
fc.configureGlobal({ seed, numRuns: choose(40, 100) });
