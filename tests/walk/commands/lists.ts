import * as fc from 'fast-check';
import { pressKey } from '../app/input';
import { fromScreen, type Model } from '../model/model';
import { createCommand } from './command';

const verdictFilters = ['All', 'Open', 'Verified', 'Disputed', 'Can’t verify', 'Unchecked'];
const extraFilters = [
  'Re-check',
  'No source',
  'From the author, not looked at',
  'One source only',
  'Secondary only',
];

const isInClaimList = ({ isInQueue, list }: Readonly<Model>) => isInQueue === false && list === 'claims';

export const listCommands = [
  createCommand('Filter the claims by verdict', fc.constantFrom(...verdictFilters, 'All'), {
    canRun: isInClaimList,
    async perform(model, walker, verdict) {
      const { claims } = walker.stet;
      const chip = claims.filter(verdict);
      const select = claims.filters.getByRole('combobox', { name: 'Verdict' });
      if (await chip.isVisible()) await chip.click();
      else if (await select.isVisible())
        await select.selectOption({ index: verdictFilters.indexOf(verdict) });
      else return 'the list is hidden';
      // Choosing the same option of the select again changes nothing.
      if (verdict === model.filter.verdict && !(await chip.isVisible())) return `${verdict} again`;
      model.filter = { ...model.filter, verdict };
      model.selection = fromScreen;
      return verdict;
    },
  }),
  createCommand('Choose another filter', fc.constantFrom(...extraFilters), {
    canRun: isInClaimList,
    async perform(model, walker, extra) {
      const { claims } = walker.stet;
      if (!(await claims.moreFilters.isVisible())) return 'the list is hidden';
      await claims.toggleFilter(extra, extra === 'Re-check' ? extra : 'Evidence');
      const chosen = new Set(model.filter.extras);
      if (!chosen.delete(extra)) chosen.add(extra);
      model.filter = { ...model.filter, extras: extraFilters.filter((filter) => chosen.has(filter)) };
      model.selection = fromScreen;
      return extra;
    },
  }),
  createCommand('Clear the filters', fc.constant(null), {
    canRun: (model) => isInClaimList(model) && model.filter.extras.length > 0,
    async perform(model, walker) {
      const { clearFilters } = walker.stet.claims;
      if (!(await clearFilters.isVisible())) return 'the list is hidden';
      await clearFilters.click();
      // The button is beside the menu of the other filters and clears these only.
      model.filter = { ...model.filter, extras: [] };
      model.selection = fromScreen;
      return undefined;
    },
  }),
  createCommand('Switch between claims and sources', fc.constantFrom('key', 'tab'), {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker, method) {
      const other = model.list === 'claims' ? 'Sources' : 'Claims';
      const tab = walker.page.getByRole('tab', { name: other });
      if (!(await tab.isVisible())) return 'the lists are hidden';
      if (method === 'tab') await tab.click();
      else await pressKey(walker, 'l');
      model.list = model.list === 'claims' ? 'sources' : 'claims';
      model.selection = fromScreen;
      return `to ${other} by ${method}`;
    },
  }),
  createCommand(
    'Search and sort the sources',
    fc.record({
      query: fc.constantFrom('', 'count', 'nothing like this'),
      order: fc.constantFrom('Title', 'Most claims', 'Newest', 'Place in the article'),
    }),
    {
      canRun: ({ isInQueue, list }) => !isInQueue && list === 'sources',
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
      // In a narrow window there is no card while no claim is the current one.
      if (!(await button.isEnabled())) return `${panel}, which can’t be shown`;
      await button.click();
      model.selection = fromScreen;
      return panel;
    },
  }),
];
