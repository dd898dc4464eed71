import { expect, test } from 'vitest';
import { damageRandomly } from '#tests/faults/damage.faults.ts';
import { countFailures } from '#tests/faults/support/tally.ts';
import { choose, seed } from '#tests/unit/effort.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

test(`random damage to any file is named, or changes nothing (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const rows = await damageRandomly(await tempFolder(), seed, choose(10, 105));
  expect(rows.filter(({ tally }) => countFailures(tally) > 0)).toEqual([]);
});
