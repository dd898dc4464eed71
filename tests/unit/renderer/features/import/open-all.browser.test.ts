import { expect, it, vi } from 'vitest';
import { openAll } from '../../../../../renderer/features/import/open-all';
import { cancelTask } from '../../../../../renderer/state/tasks';
import { importPaste } from '../../../../../shared/import/import-text';

/** Main makes an article when the test says so, and shows none. */
const main = vi.hoisted(() => {
  const created: string[] = [];
  const answers: (() => void)[] = [];
  const call = (name: string, input: { title: string }) => {
    if (name === 'task.cancel') return Promise.resolve({ ok: true, value: null });
    if (name !== 'article.create')
      return Promise.resolve({ ok: false, error: { code: 'internal', message: 'Nothing is shown here.' } });
    created.push(input.title);
    return new Promise((resolve) =>
      answers.push(() => resolve({ ok: true, value: { articleId: `a${created.length}` } })),
    );
  };
  Object.assign(window, { stet: { call, listen: () => () => {} } });
  return { created, answers };
});

const titles = ['One headline', 'Two headline', 'Three headline'];

function toOpen(title: string) {
  const read = importPaste(`${title}\n\nIt says little.`);
  if (!read.ok) throw new Error(read.problem.message);
  const { proposal } = read;
  return { proposal, proposed: { id: title, file: null, proposal, notices: [], words: 3, draftOf: null } };
}

it('opening several articles stops after the one under way when it is called off', async () => {
  let task = '';
  const opened = openAll(titles.map(toOpen), (taskId) => {
    task = taskId;
  });
  await expect.poll(() => main.created).toEqual(titles.slice(0, 1));
  main.answers[0]?.();
  await expect.poll(() => main.created).toEqual(titles.slice(0, 2));
  cancelTask(task);
  main.answers[1]?.();
  expect((await opened).map(({ id }) => id)).toEqual(titles.slice(0, 2));
  expect(main.created).toEqual(titles.slice(0, 2));
});
