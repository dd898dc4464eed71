import { expect, test } from 'vitest';
import { damageRandomly } from '../../../../faults/damage.faults';
import { countFailures } from '../../../../faults/support/tally';
import { tempFolder } from '../../support/temp-folder';
import { seed } from './seed';

test(`random damage to any file is named, or changes nothing (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const rows = await damageRandomly(await tempFolder(), seed, 105);
  expect(rows.filter(({ stet }) => countFailures(stet) > 0)).toEqual([]);
});
