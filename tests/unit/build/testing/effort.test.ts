import { expect, test } from 'vitest';
import { effortEnvironment, readEffort } from '#build/testing/effort.mjs';

test('a run tries few examples with one seed, unless all are wanted or a seed is set', () => {
  expect(readEffort({})).toEqual({ seed: 33, tryAll: false });
  expect(readEffort({ STET_SEED: '7' })).toEqual({ seed: 7, tryAll: false });
  expect(effortEnvironment({ tryAll: false })).toEqual({});
});

test('a run of everything takes another seed each time, unless one is set', () => {
  const read = (env: Record<string, string>) =>
    readEffort({ ...env, ...effortEnvironment({ tryAll: true, env, randomSeed: 5 }) });
  expect(read({})).toEqual({ seed: 5, tryAll: true });
  expect(read({ STET_SEED: '7' })).toEqual({ seed: 7, tryAll: true });
});
