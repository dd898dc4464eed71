import { expect, test } from 'vitest';
import { raceAll } from '#tests/faults/races.faults.ts';
import { countFailures } from '#tests/faults/support/tally.ts';
import { choose, seed } from '#tests/unit/effort.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

test(`two writers of one library lose nothing that was acknowledged (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const rows = await raceAll(await tempFolder(), seed, {
    together: choose(3, 12),
    paused: choose(3, 12),
    machines: choose(4, 20),
  });
  expect(rows.filter(({ tally }) => countFailures(tally) > 0)).toEqual([]);
});
