import * as fc from 'fast-check';
import { pressKey } from '../app/input';
import { fromScreen, type Model } from '../model/model';
import { createCommand } from './command';

const verdicts = ['All', 'Open', 'Verified', 'Disputed', 'Can’t verify', 'Unchecked'];
const extras = ['Re-check', 'No source', 'One source only', 'Secondary only'];

const inClaims = ({ isInQueue: inQueue, list }: Readonly<Model>) => inQueue === false && list === 'claims';

export const listCommands = [
  createCommand('Filter the claims', fc.constantFrom(...verdicts, 'All'), {
    canRun: inClaims,
    async perform(model, walker, verdict) {
      const { claims } = walker.stet;
      const chip = claims.filter(verdict);
      const select = claims.filters.getByRole('combobox', { name: 'Verdict' });
      if (await chip.isVisible()) await chip.click();
      else if (await select.isVisible()) await select.selectOption({ index: verdicts.indexOf(verdict) });
      else return 'the list is hidden';
      model.filter = { ...model.filter, verdict };
      model.selection = fromScreen;
      return verdict;
    },
  }),
  createCommand('Choose another filter', fc.constantFrom(...extras), {
    canRun: inClaims,
    async perform(model, walker, extra) {
      const { claims } = walker.stet;
      if (!(await claims.moreFilters.isVisible())) return 'the list is hidden';
      await claims.toggleFilter(extra);
      const chosen = new Set(model.filter.extras);
      if (!chosen.delete(extra)) chosen.add(extra);
      model.filter = { ...model.filter, extras: extras.filter((one) => chosen.has(one)) };
      model.selection = fromScreen;
      return extra;
    },
  }),
  createCommand('Clear the filters', fc.constant(null), {
    canRun: (model) => inClaims(model) && model.filter.extras.length > 0,
    async perform(model, walker) {
      const { clearFilters: clear } = walker.stet.claims;
      if (!(await clear.isVisible())) return 'the list is hidden';
      await clear.click();
      // It stands beside the menu of these filters, and is for them alone.
      model.filter = { ...model.filter, extras: [] };
      model.selection = fromScreen;
      return undefined;
    },
  }),
  createCommand('Switch the list', fc.constantFrom('key', 'tab'), {
    canRun: ({ isInQueue: inQueue }) => !inQueue,
    async perform(model, walker, by) {
      const other = model.list === 'claims' ? 'Sources' : 'Claims';
      const tab = walker.page.getByRole('tab', { name: other });
      if (!(await tab.isVisible())) return 'the lists are hidden';
      if (by === 'tab') await tab.click();
      else await pressKey(walker, 'l');
      model.list = model.list === 'claims' ? 'sources' : 'claims';
      model.selection = fromScreen;
      return `to ${other} by ${by}`;
    },
  }),
  createCommand(
    'Search and sort the sources',
    fc.record({
      query: fc.constantFrom('', 'count', 'nothing like this'),
      order: fc.constantFrom('Title', 'Most claims', 'Newest', 'Place in the article'),
    }),
    {
      canRun: ({ isInQueue: inQueue, list }) => !inQueue && list === 'sources',
      async perform(model, walker, { query, order }) {
        const { search, sortBy } = walker.stet.sources;
        if (!(await search.isVisible())) return 'no source';
        await search.fill(query);
        await sortBy.click();
        await walker.page.getByRole('option', { name: order }).click();
        model.selection = fromScreen;
        return `“${query}” by ${order}`;
      },
    },
  ),
  createCommand('Show or hide a panel', fc.constantFrom('lists', 'card'), {
    async perform(model, walker, panel) {
      const button = walker.stet.status.footer.getByRole('button', {
        name: new RegExp(`^(?:Hide|Show) ${panel}$`),
      });
      // In a narrow window there is no card as long as no claim is chosen.
      if (!(await button.isEnabled())) return `${panel}, which is not there`;
      await button.click();
      model.selection = fromScreen;
      return panel;
    },
  }),
];
