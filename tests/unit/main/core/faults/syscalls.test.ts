import { expect, test } from 'vitest';
import { findInjectorObstacle } from '../../../../faults/syscalls/build-injector';
import { runShort } from '../../../../faults/syscalls.faults';
import { tempFolder } from '../../support/temp-folder';
import { seed } from './seed';

const obstacle = await findInjectorObstacle();
if (obstacle !== null) console.log(obstacle);

test.skipIf(obstacle !== null)(
  `a kill at a system call leaves the state before or after (STET_SEED=${seed})`,
  { timeout: 600_000 },
  async () => {
    expect(await runShort(await tempFolder(), seed, 5)).toEqual([]);
  },
);
