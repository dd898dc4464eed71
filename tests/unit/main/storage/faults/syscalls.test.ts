import { expect, test } from 'vitest';
import { findInjectorObstacle } from '../../../../faults/syscalls/fault-program';
import { runShort } from '../../../../faults/syscalls.faults';
import { choose, seed } from '../../../effort';
import { tempFolder } from '../../support/temp-folder';

const obstacle = await findInjectorObstacle();
if (obstacle !== null) console.log(obstacle);

test.skipIf(obstacle !== null)(
  `a kill at a system call leaves the state before or after (STET_SEED=${seed})`,
  { timeout: 600_000 },
  async () => {
    expect(await runShort(await tempFolder(), seed, { operations: choose(2, 4), kills: 5 })).toEqual([]);
  },
);
