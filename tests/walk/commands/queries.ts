import * as fc from 'fast-check';
import type { Walker } from '../app/walker.ts';
import { dismissQuery, reopenQuery } from '../model/changes.ts';
import { fromScreen, type Model } from '../model/model.ts';
import { createCommand } from './command.ts';

const isInArticle = ({ isInQueue }: Readonly<Model>) => isInQueue === false;

/**
 * Opens the list of what reading found, does something there, and goes back to the list before. Resolves to null when the lists
 * are hidden.
 */
export async function inReadingList<T>(
  model: Model,
  walker: Walker,
  use: () => Promise<T>,
): Promise<T | null> {
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
  createCommand('Set a query aside', fc.constantFrom('', 'It is as the archive has it.', 'Sagte sie so'), {
    canRun: isInArticle,
    async perform(model, walker, reason) {
      return (
        (await inReadingList(model, walker, async () => {
          const row = walker.stet.reading.queries.locator('[data-query]').first();
          if ((await row.count()) === 0) return 'no query';
          const rule = (await row.getAttribute('data-query')) ?? '';
          await row.getByRole('button', { name: 'Set aside…' }).click();
          await row.getByRole('textbox').fill(reason);
          await row.getByRole('button', { name: 'Set aside', exact: true }).click();
          dismissQuery(model, rule, reason);
          return `${rule}: “${reason}”`;
        })) ?? 'the lists are hidden'
      );
    },
  }),
  createCommand('Look again at a query that was set aside', fc.constant(null), {
    canRun: (model) => isInArticle(model) && Object.keys(model.content.dismissedQueries).length === 1,
    async perform(model, walker) {
      return (
        (await inReadingList(model, walker, async () => {
          const { queries } = walker.stet.reading;
          const dismissed = queries.getByRole('button', { name: /^Set aside.*quer/ });
          // The words of a query may be gone with a draft; its dismissal is kept, and not listed.
          if ((await dismissed.count()) === 0) return 'its words are gone';
          await dismissed.click();
          await queries.getByRole('button', { name: 'Look at again' }).click();
          const [id = ''] = Object.keys(model.content.dismissedQueries);
          reopenQuery(model, id);
          return 'raised again';
        })) ?? 'the lists are hidden'
      );
    },
  }),
];
