import { expect, test } from 'vitest';
import { followModel } from '../../../../faults/model/follow-model';
import { foldersIn } from '../../../../faults/support/library-folders';
import { tempFolder } from '../../support/temp-folder';
import { seeded } from '../crash/random';
import { seed } from './seed';

test(`random steps show what a model in memory shows, also when reopened (STET_SEED=${seed})`, {
  timeout: 120_000,
}, async () => {
  expect(await followModel(foldersIn(await tempFolder()), seeded(seed), 300)).toEqual([]);
});
