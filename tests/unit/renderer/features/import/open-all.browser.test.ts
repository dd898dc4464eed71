import { expect, it } from 'vitest';
import { z } from 'zod';
import { openAll } from '../../../../../renderer/features/import/open-all';
import { cancelTask } from '../../../../../renderer/state/tasks';
import { importPaste } from '../../../../../shared/import/text/import-text';
import { answerForMain } from '../../support/main';

/** Main makes an article when the test says so, and shows none. */
function mainMakesArticles() {
  const created: string[] = [];
  const answers: (() => void)[] = [];
  answerForMain(async (name, input) => {
    if (name === 'task.cancel') return { ok: true, value: null };
    if (name !== 'article.create')
      return { ok: false, error: { code: 'internal', message: 'Nothing is shown here.' } };
    created.push(z.object({ title: z.string() }).parse(input).title);
    const value = { articleId: `a${created.length}` };
    await new Promise<void>((resolve) => answers.push(resolve));
    return { ok: true, value };
  });
  return { created, answers };
}

const titles = ['One headline', 'Two headline', 'Three headline'];

function toOpen(title: string) {
  const read = importPaste(`${title}\n\nIt says little.`);
  if (!read.ok) throw new Error(read.problem.message);
  const { proposal } = read;
  return { proposal, proposed: { id: title, file: null, proposal, notices: [], words: 3, draftOf: null } };
}

it('opening several articles stops after the one under way when it is cancelled', async () => {
  const main = mainMakesArticles();
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
