import { expect, test } from 'vitest';
import { raceAll } from '../../../../faults/races.faults';
import { countFailures } from '../../../../faults/support/tally';
import { tempFolder } from '../../support/temp-folder';
import { seed } from './seed';

test(`two writers of one library lose nothing that was acknowledged (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const rows = await raceAll(await tempFolder(), seed, { together: 3, paused: 3, machines: 5 });
  expect(rows.filter(({ stet }) => countFailures(stet) > 0)).toEqual([]);
});
