import { expect, test } from 'vitest';
import { createRandom } from '../../../../bench/support/random';
import { followModel } from '../../../../faults/model/follow-model';
import { foldersIn } from '../../../../faults/support/library-folders';
import { tempFolder } from '../../support/temp-folder';
import { seed } from './seed';

test(`random steps show what a model in memory shows, also when reopened (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  expect(await followModel(foldersIn(await tempFolder()), createRandom(seed), 300)).toEqual([]);
});
