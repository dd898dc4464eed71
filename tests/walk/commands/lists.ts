import * as fc from 'fast-check';
import { pressKey } from '../app/keys';
import { asSeen } from '../world/world';
import { command } from './command';

const filters = [
  'All',
  'Open',
  'Verified',
  'Disputed',
  'Can’t verify',
  'Unchecked',
  'Re-check',
  'No source',
  'One source',
  'Secondary',
];

export const lists = [
  command('Filter the claims', fc.constantFrom(...filters, 'All'), {
    can: ({ inQueue, list }) => !inQueue && list === 'claims',
    async act(world, walker, filter) {
      const button = walker.stet.claims.filter(filter);
      if (!(await button.isVisible())) return `${filter} is not offered`;
      await button.click();
      world.filter = filter;
      world.selection = asSeen;
      return filter;
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
      await button.click();
      world.selection = asSeen;
      return panel;
    },
  }),
];
