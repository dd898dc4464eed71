import { expect, test } from 'vitest';
import { failCalls } from '#tests/faults/disk.faults.ts';
import { countFailures } from '#tests/faults/support/tally.ts';
import { findInjectorObstacle } from '#tests/faults/syscalls/fault-program.ts';
import { choose, seed } from '#tests/unit/effort.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

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
