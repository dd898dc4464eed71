import { expect, test } from 'vitest';
import { createRandom } from '#tests/bench/support/random.ts';
import { followModel } from '#tests/faults/model.faults.ts';
import { foldersIn } from '#tests/faults/support/library-folders.ts';
import { choose, seed } from '#tests/unit/effort.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

test(`random steps show what a model in memory shows, also when reopened (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  expect(await followModel(foldersIn(await tempFolder()), createRandom(seed), choose(100, 300))).toEqual([]);
});
