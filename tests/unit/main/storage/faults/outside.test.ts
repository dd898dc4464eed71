import { expect, test } from 'vitest';
import { happenAfterAll } from '../../../../faults/outside.faults';
import { countFailures } from '../../../../faults/support/tally';
import { choose, seed } from '../../../effort';
import { tempFolder } from '../../support/temp-folder';

test(`what another program does to files loses nothing that was acknowledged (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const rows = await happenAfterAll(await tempFolder(), seed, choose(60, 12));
  expect(rows.filter(({ tally }) => countFailures(tally) > 0)).toEqual([]);
});
