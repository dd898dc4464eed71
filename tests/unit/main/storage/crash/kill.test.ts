import { expect, test } from 'vitest';
import { killReviewers } from '#tests/faults/kills.faults.ts';
import { choose, seed } from '#tests/unit/effort.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

const kills = choose(10, 200);

test(`nothing acknowledged is lost after ${kills} kills (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const { acknowledged, lost, wrong } = await killReviewers(await tempFolder(), seed, kills);
  console.log(`seed ${seed}: ${acknowledged} acknowledged changes, ${kills} kills`);
  expect(wrong).toEqual([]);
  expect(lost).toBe(0);
  expect(acknowledged).toBeGreaterThan(0);
});
