import { expect, test } from 'vitest';
import { createRandom } from '../../../../bench/support/random';
import { followModel } from '../../../../faults/model.faults';
import { foldersIn } from '../../../../faults/support/library-folders';
import { choose, seed } from '../../../effort';
import { tempFolder } from '../../support/temp-folder';

test(`random steps show what a model in memory shows, also when reopened (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  expect(await followModel(foldersIn(await tempFolder()), createRandom(seed), choose(100, 300))).toEqual([]);
});
