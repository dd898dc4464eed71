import { expect, test } from 'vitest';
import { tryFewLinks } from '#tests/faults/links.faults.ts';
import { seed } from '#tests/unit/effort.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

test(`a link in a library or its backups changes nothing outside of them (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const { tried, wrong } = await tryFewLinks(await tempFolder(), seed, 5);
  expect(tried).toBeGreaterThan(8);
  expect(wrong).toEqual([]);
});
