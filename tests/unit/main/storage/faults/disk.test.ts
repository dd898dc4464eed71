import { expect, test } from 'vitest';
import { failCalls } from '../../../../faults/disk.faults';
import { countFailures } from '../../../../faults/support/tally';
import { findInjectorObstacle } from '../../../../faults/syscalls/fault-program';
import { choose, seed } from '../../../effort';
import { tempFolder } from '../../support/temp-folder';

const obstacle = await findInjectorObstacle();
if (obstacle !== null) console.log(obstacle);

test.skipIf(obstacle !== null)(
  `a system call that fails loses nothing, and the reviewer is told why (STET_SEED=${seed})`,
  { timeout: 600_000 },
  async () => {
    const rows = await failCalls(await tempFolder(), seed, choose(250, 25));
    expect(rows.filter(({ tally }) => countFailures(tally) > 0)).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  },
);
