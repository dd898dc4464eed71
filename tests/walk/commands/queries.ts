import * as fc from 'fast-check';
import type { Walker } from '../app/walker';
import { dismissQuery, reopenQuery } from '../model/changes';
import { fromScreen, type Model } from '../model/model';
import { createCommand } from './command';

const isInArticle = ({ isInQueue }: Readonly<Model>) => isInQueue === false;

/** Opens the list of queries, does something there, and goes back to the list before. Resolves to null when the lists are hidden. */
async function inQueryList<T>(model: Model, walker: Walker, use: () => Promise<T>): Promise<T | null> {
  const { reading } = walker.stet;
  if (!(await reading.tab.isVisible())) return null;
  await reading.tab.click();
  await reading.queries.waitFor();
  const result = await use();
  model.selection = fromScreen;
  await walker.page.getByRole('tab', { name: model.list === 'claims' ? 'Claims' : 'Sources' }).click();
  return result;
}

export const queryCommands = [
  createCommand('Dismiss a query', fc.constantFrom('', 'It is as the archive has it.', 'Sagte sie so'), {
    canRun: isInArticle,
    async perform(model, walker, reason) {
      return (
        (await inQueryList(model, walker, async () => {
          const row = walker.stet.reading.queries.locator('[data-query]').first();
          if ((await row.count()) === 0) return 'no query';
          const rule = (await row.getAttribute('data-query')) ?? '';
          await row.getByRole('button', { name: 'Dismiss…' }).click();
          await row.getByRole('textbox').fill(reason);
          await row.getByRole('button', { name: 'Dismiss', exact: true }).click();
          dismissQuery(model, rule, reason);
          return `${rule}: “${reason}”`;
        })) ?? 'the lists are hidden'
      );
    },
  }),
  createCommand('Look at a dismissed query again', fc.constant(null), {
    canRun: (model) => isInArticle(model) && Object.keys(model.content.dismissedQueries).length === 1,
    async perform(model, walker) {
      return (
        (await inQueryList(model, walker, async () => {
          const { queries } = walker.stet.reading;
          const dismissed = queries.getByRole('button', { name: /^Dismissed/ });
          // The words of a query may be gone with a draft; its dismissal is kept, and not listed.
          if ((await dismissed.count()) === 0) return 'its words are gone';
          await dismissed.click();
          await queries.getByRole('button', { name: 'Look at it again' }).click();
          const [id = ''] = Object.keys(model.content.dismissedQueries);
          reopenQuery(model, id);
          return 'raised again';
        })) ?? 'the lists are hidden'
      );
    },
  }),
];
