import { expect, test } from 'vitest';
import { raceAll } from '../../../../faults/races.faults';
import { countFailures } from '../../../../faults/support/tally';
import { choose, seed } from '../../../effort';
import { tempFolder } from '../../support/temp-folder';

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
