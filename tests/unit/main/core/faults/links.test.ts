import { expect, test } from 'vitest';
import { linkPlaces } from '../../../../faults/links.faults';
import { tempFolder } from '../../support/temp-folder';
import { seed } from './seed';

test(`a link in any place of a library or its backups changes nothing outside of them (STET_SEED=${seed})`, {
  timeout: 120_000,
}, async () => {
  const { tried, wrong } = await linkPlaces(await tempFolder(), seed, { kinds: 1, every: 6 });
  expect(tried).toBeGreaterThan(8);
  expect(wrong).toEqual([]);
});
