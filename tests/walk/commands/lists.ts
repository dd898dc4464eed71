import * as fc from 'fast-check';
import { pressKey } from '../app/input';
import { asSeen, type World } from '../model/model';
import { command } from './command';

const verdicts = ['All', 'Open', 'Verified', 'Disputed', 'Can’t verify', 'Unchecked'];
const extras = ['Re-check', 'No source', 'One source only', 'Secondary only'];

const inClaims = ({ inQueue, list }: Readonly<World>) => inQueue === false && list === 'claims';

export const lists = [
  command('Filter the claims', fc.constantFrom(...verdicts, 'All'), {
    can: inClaims,
    async act(world, walker, verdict) {
      const { claims } = walker.stet;
      const chip = claims.filter(verdict);
      const select = claims.filters.getByRole('combobox', { name: 'Verdict' });
      if (await chip.isVisible()) await chip.click();
      else if (await select.isVisible()) await select.selectOption({ index: verdicts.indexOf(verdict) });
      else return 'the list is hidden';
      world.filter = { ...world.filter, verdict };
      world.selection = asSeen;
      return verdict;
    },
  }),
  command('Choose another filter', fc.constantFrom(...extras), {
    can: inClaims,
    async act(world, walker, extra) {
      const { claims } = walker.stet;
      if (!(await claims.moreFilters.isVisible())) return 'the list is hidden';
      await claims.choose(extra);
      const chosen = new Set(world.filter.extras);
      if (!chosen.delete(extra)) chosen.add(extra);
      world.filter = { ...world.filter, extras: extras.filter((one) => chosen.has(one)) };
      world.selection = asSeen;
      return extra;
    },
  }),
  command('Clear the filters', fc.constant(null), {
    can: (world) => inClaims(world) && world.filter.extras.length > 0,
    async act(world, walker) {
      const { clear } = walker.stet.claims;
      if (!(await clear.isVisible())) return 'the list is hidden';
      await clear.click();
      // It stands beside the menu of these filters, and is for them alone.
      world.filter = { ...world.filter, extras: [] };
      world.selection = asSeen;
      return undefined;
    },
  }),
  command('Switch the list', fc.constantFrom('key', 'tab'), {
    can: ({ inQueue }) => !inQueue,
    async act(world, walker, by) {
      const other = world.list === 'claims' ? 'Sources' : 'Claims';
      const tab = walker.page.getByRole('tab', { name: other });
      if (!(await tab.isVisible())) return 'the lists are hidden';
      if (by === 'tab') await tab.click();
      else await pressKey(walker, 'l');
      world.list = world.list === 'claims' ? 'sources' : 'claims';
      world.selection = asSeen;
      return `to ${other} by ${by}`;
    },
  }),
  command(
    'Search and sort the sources',
    fc.record({
      query: fc.constantFrom('', 'count', 'nothing like this'),
      order: fc.constantFrom('Title', 'Most claims', 'Newest', 'Place in the article'),
    }),
    {
      can: ({ inQueue, list }) => !inQueue && list === 'sources',
      async act(world, walker, { query, order }) {
        const { search, sortBy } = walker.stet.sources;
        if (!(await search.isVisible())) return 'no source';
        await search.fill(query);
        await sortBy.click();
        await walker.page.getByRole('option', { name: order }).click();
        world.selection = asSeen;
        return `“${query}” by ${order}`;
      },
    },
  ),
  command('Show or hide a panel', fc.constantFrom('lists', 'card'), {
    async act(world, walker, panel) {
      const button = walker.stet.status.footer.getByRole('button', {
        name: new RegExp(`^(?:Hide|Show) ${panel}$`),
      });
      // In a narrow window there is no card as long as no claim is chosen.
      if (!(await button.isEnabled())) return `${panel}, which is not there`;
      await button.click();
      world.selection = asSeen;
      return panel;
    },
  }),
];
