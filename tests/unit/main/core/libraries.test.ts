import { readdirSync, readFileSync } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseHistory } from '#main/storage/history/history-format.ts';
import { changeActionSchema } from '#shared/domain/review/change.ts';
import type { ReviewData } from '#shared/domain/review/review-data.ts';
import { type ExpectedLibrary, findStatuses } from '#tests/libraries/describe-library.ts';
import { createMarkChange, createTitleChange, newId } from '../support/sample.ts';
import type { TestCore } from '../support/start-core.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { testCore } from '../support/test-core.ts';

const fixtures = resolve(import.meta.dirname, '../../../fixtures/libraries');

const names = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function readExpected(name: string): ExpectedLibrary {
  return JSON.parse(readFileSync(join(fixtures, name, 'expected.json'), 'utf8'));
}

const settingsOf = (name: string) => join(fixtures, name, 'user-data', 'settings.json');

/** Copies a fixture library into user data with its settings. */
async function copyLibrary(name: string): Promise<string> {
  const userData = await tempFolder();
  const folder = join(userData, 'library');
  await cp(join(fixtures, name, 'library'), folder, { recursive: true });
  await cp(settingsOf(name), join(userData, 'settings.json'));
  return folder;
}

/** Sorts rows by id, because their order within a table means nothing. */
function sortById(review: ReviewData): Record<string, { id: string }[]> {
  return Object.fromEntries(
    Object.entries(review).map(([table, rows]) => [
      table,
      [...rows].sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)),
    ]),
  );
}

/** Undoes, or redoes, until nothing is left. Returns the number of steps. */
async function repeatUntilDone(stet: TestCore, articleId: string, command: 'review.undo' | 'review.redo') {
  const { canUndo, canRedo } = await stet.call('review.open', { articleId });
  let steps = 0;
  let more = command === 'review.undo' ? canUndo : canRedo;
  for (; more; steps += 1) {
    const state = await stet.call(command, { articleId });
    more = command === 'review.undo' ? state.canUndo : state.canRedo;
  }
  return steps;
}

async function expectUnchanged(stet: TestCore, { settings, articles }: ExpectedLibrary) {
  const list = await stet.call('library.list', null);
  expect(list.problems).toEqual([]);
  const shown = list.articles.map(({ id, title, binnedAt }) => ({ articleId: id, title, binnedAt }));
  const expected = articles.map(({ articleId, title, binnedAt }) => ({ articleId, title, binnedAt }));
  const inOrder = (a: { articleId: string }, b: { articleId: string }) =>
    a.articleId < b.articleId ? -1 : 1;
  expect(shown.sort(inOrder)).toEqual(expected.sort(inOrder));
  expect(await stet.call('settings.get', null)).toMatchObject(settings);
}

test('the libraries hold every action', () => {
  const actions = names.flatMap((name) => {
    const articles = join(fixtures, name, 'library', 'articles');
    return readdirSync(articles).flatMap((folder) =>
      parseHistory(readFileSync(join(articles, folder, 'history.jsonl'))).changes.map(({ action }) => action),
    );
  });
  expect([...new Set(actions)].sort()).toEqual([...changeActionSchema.options].sort());
});

describe.each(names)('the library %s', (name) => {
  const library = readExpected(name);

  test('opens without a message, with its bin and its settings', async () => {
    const folder = await copyLibrary(name);
    const userDataFolder = dirname(folder);
    const stet = testCore(folder, { userDataFolder });
    await expectUnchanged(stet, library);
    // The window never gets the folder of the last file, but the settings are written completely.
    await stet.call('settings.change', { letterKeys: true });
    const before: unknown = JSON.parse(readFileSync(settingsOf(name), 'utf8'));
    const after: unknown = JSON.parse(await readFile(join(userDataFolder, 'settings.json'), 'utf8'));
    const sha256 = expect.any(String);
    expect(after).toMatchObject({ ...(before as object), letterKeys: true, sha256 });
    expect(readdirSync(folder).filter((file) => file.includes('damaged'))).toEqual([]);
  });

  test('keeps its bin with the articles', async () => {
    const folder = await copyLibrary(name);
    const userDataFolder = dirname(folder);
    const first = testCore(folder, { userDataFolder });
    await first.call('library.list', null);
    await first.core.close();
    await rm(join(folder, 'library.json'));
    await expectUnchanged(testCore(folder, { userDataFolder }), library);
  });

  test.each(['as it was left', 'without snapshots and summaries'])(
    'shows each article as it was, takes an edit, and undoes to the start and back: %s',
    async (how) => {
      const folder = await copyLibrary(name);
      if (how !== 'as it was left') {
        for (const { articleId } of library.articles)
          for (const cache of ['review.json', 'summary.json'])
            await rm(join(folder, 'articles', articleId, cache), { force: true });
      }
      const stet = testCore(folder);
      for (const { articleId, title, steps, canRedo, text, review, statuses, atStart } of library.articles) {
        const opened = await stet.call('review.open', { articleId });
        expect(opened).toMatchObject({ readOnly: false, problems: [], canUndo: steps > 0, canRedo });
        expect(opened.draft.text).toBe(text);
        expect(opened.review.recutSentences).toEqual([]);
        expect(sortById(opened.review)).toMatchObject(sortById(review));
        expect(findStatuses(opened)).toEqual(statuses);
        const kept = await stet.call('vault.verify', { taskId: newId(), articleId });
        expect((kept ?? []).map(({ state }) => state)).toEqual((kept ?? []).map(() => 'unchanged'));

        const { change } = createMarkChange(opened.draft, 0, 3, 'verified');
        await stet.call('review.apply', { articleId, change });
        const rowId = opened.review.article[0]?.id ?? '';
        await stet.call('review.apply', { articleId, change: createTitleChange(rowId, title, 'Another') });
        const edited = await stet.call('review.open', { articleId });

        expect(await repeatUntilDone(stet, articleId, 'review.undo')).toBe(steps + 2);
        const start = await stet.call('review.open', { articleId });
        expect(start.draft.text).toBe(atStart.text);
        expect(sortById(start.review)).toMatchObject(sortById(atStart.review));

        expect(await repeatUntilDone(stet, articleId, 'review.redo')).toBe(steps + 2);
        const again = await stet.call('review.open', { articleId });
        expect(sortById(again.review)).toEqual(sortById(edited.review));
        await repeatUntilDone(stet, articleId, 'review.undo');
      }

      // This is the state after a restart.
      await stet.core.close();
      const later = testCore(folder);
      expect((await later.call('library.list', null)).problems).toEqual([]);
      for (const { articleId, atStart } of library.articles) {
        const opened = await later.call('review.open', { articleId });
        expect(opened).toMatchObject({ readOnly: false, problems: [], canUndo: false, canRedo: true });
        expect(sortById(opened.review)).toMatchObject(sortById(atStart.review));
      }
    },
  );
});
