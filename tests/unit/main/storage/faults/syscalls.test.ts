import { expect, test } from 'vitest';
import { findInjectorObstacle } from '#tests/faults/syscalls/fault-program.ts';
import { runShort } from '#tests/faults/syscalls.faults.ts';
import { choose, seed } from '#tests/unit/effort.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

const obstacle = await findInjectorObstacle();
if (obstacle !== null) console.log(obstacle);

test.skipIf(obstacle !== null)(
  `a kill at a system call leaves the state before or after (STET_SEED=${seed})`,
  { timeout: 600_000 },
  async () => {
    expect(await runShort(await tempFolder(), seed, { operations: choose(2, 4), kills: 5 })).toEqual([]);
  },
);
