import { expect, test } from 'vitest';
import { damageRandomly } from '../../../../faults/damage.faults';
import { countFailures } from '../../../../faults/support/tally';
import { choose, seed } from '../../../effort';
import { tempFolder } from '../../support/temp-folder';

test(`random damage to any file is named, or changes nothing (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const rows = await damageRandomly(await tempFolder(), seed, choose(10, 105));
  expect(rows.filter(({ tally }) => countFailures(tally) > 0)).toEqual([]);
});
