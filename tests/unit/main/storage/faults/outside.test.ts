import { expect, test } from 'vitest';
import { happenAfterAll } from '#tests/faults/outside.faults.ts';
import { countFailures } from '#tests/faults/support/tally.ts';
import { choose, seed } from '#tests/unit/effort.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

test(`what another program does to files loses nothing that was acknowledged (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const rows = await happenAfterAll(await tempFolder(), seed, choose(60, 12));
  expect(rows.filter(({ tally }) => countFailures(tally) > 0)).toEqual([]);
});
