import { expect, it } from 'vitest';
import { z } from 'zod';
import { importPastedText } from '#renderer/documents/read/text/import-text.ts';
import { openArticles } from '#renderer/window/features/import/open-articles.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';

/** A main process that creates an article when the test lets it, and opens none. */
function answerArticleCommands() {
  const created: string[] = [];
  const answers: (() => void)[] = [];
  fakeMain(async (name, input) => {
    if (name === 'task.cancel') return { ok: true, value: null };
    if (name !== 'article.create')
      return { ok: false, error: { code: 'internal', message: 'Nothing is shown here.' } };
    created.push(z.object({ proposalId: z.string() }).parse(input).proposalId);
    const value = { articleId: `a${created.length}` };
    await new Promise<void>((resolve) => answers.push(resolve));
    return { ok: true, value };
  });
  return { created, answers };
}

const titles = ['One headline', 'Two headline', 'Three headline'];

function createArticleToOpen(title: string) {
  const read = importPastedText(`${title}\n\nIt says little.`);
  if (!read.ok) throw new Error(read.problem.message);
  const { proposal } = read;
  return {
    edits: noProposalEdits,
    pendingImport: {
      id: title,
      proposalId: title,
      name: null,
      proposal,
      blocks: null,
      fields: {},
      notices: [],
      words: 3,
      draftOf: null,
    },
  };
}

it('when opening several articles is cancelled, the one in progress is the last', async () => {
  const main = answerArticleCommands();
  const cancelling = new AbortController();
  const opened = openArticles(titles.map(createArticleToOpen), cancelling.signal);
  await expect.poll(() => main.created).toEqual(titles.slice(0, 1));
  main.answers[0]?.();
  await expect.poll(() => main.created).toEqual(titles.slice(0, 2));
  cancelling.abort();
  main.answers[1]?.();
  expect((await opened).map(({ id }) => id)).toEqual(titles.slice(0, 2));
  expect(main.created).toEqual(titles.slice(0, 2));
});
