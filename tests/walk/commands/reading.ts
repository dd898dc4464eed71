import * as fc from 'fast-check';
import { closeDrawer, pressKey } from '../app/input.ts';
import { fromScreen, type Model, noFilter } from '../model/model.ts';
import { createCommand } from './command.ts';

/**
 * Waits until the mouse wheel has scrolled the article, and the article has stopped moving: on a busy machine this begins some
 * frames later. At the end of the article nothing moves. Runs in the window, where it is sent as source text.
 */
async function waitForWheel({ before, distance }: { before: number; distance: number }): Promise<void> {
  const scroller = document.querySelector('[data-scroller]');
  if (!scroller) return;
  const waitForFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const endTime = performance.now() + 3_000;
  const isAtEnd = distance < 0 ? before <= 0 : before >= scroller.scrollHeight - scroller.clientHeight - 1;
  while (!isAtEnd && scroller.scrollTop === before && performance.now() < endTime) await waitForFrame();
  for (let stableFrames = 0; stableFrames < 5 && performance.now() < endTime; ) {
    const { scrollTop } = scroller;
    await waitForFrame();
    stableFrames = scroller.scrollTop === scrollTop ? stableFrames + 1 : 0;
  }
}

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

const isInArticle = ({ isInQueue }: Readonly<Model>) => isInQueue === false;
const hasOlderDraft = ({ isInQueue, content }: Readonly<Model>) => isInQueue === false && content.draft > 1;

export const readingCommands = [
  createCommand(
    'Find text',
    fc.record({ query: fc.constantFrom('the', 'in 20', 'nowhere'), times: fc.nat({ max: 3 }) }),
    {
      canRun: isInArticle,
      async perform(model, walker, { query, times }) {
        const { field } = walker.stet.find;
        await pressKey(walker, '/');
        if (!(await field.isVisible())) return 'no room for the field';
        await field.fill(query);
        for (let time = 0; time < times; time += 1) await walker.page.keyboard.press('Enter');
        await walker.page.keyboard.press('Escape');
        model.selection = fromScreen;
        return `“${query}”, Enter × ${times}`;
      },
    },
  ),
  createCommand('Scroll the article', fc.constantFrom(-2_000, -300, 300, 2_000), {
    canRun: isInArticle,
    async perform(_model, walker, distance) {
      const box = await walker.stet.article.main.boundingBox();
      if (!box) return 'no article';
      await walker.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      const before = await walker.page.evaluate(
        () => document.querySelector('[data-scroller]')?.scrollTop ?? 0,
      );
      await walker.page.mouse.wheel(0, distance);
      await walker.page.evaluate(waitForWheel, { before, distance });
      return `by ${distance} pixels`;
    },
  }),
  createCommand('View the previous draft, and come back', fc.constant(null), {
    canRun: hasOlderDraft,
    async perform(model, walker) {
      const { stet } = walker;
      const { draft } = model.content;
      const [, secondBlock] = (await walker.inspect()).screen.blocksInView;
      await stet.chooseMenuItem('File', 'Drafts…');
      await stet.drafts.button(`Show draft ${draft - 1}`).click();
      await stet.article.main.getByText(`Draft ${draft - 1} of ${draft}`).waitFor();
      await walker.checkLayoutLaws();
      // An older draft is read-only, so the key sets no verdict.
      await walker.page.keyboard.press('v');
      const back = stet.article.main.getByRole('button', { name: `Back to draft ${draft}` });
      await closeDrawer(walker);
      await back.click();
      await back.waitFor({ state: 'detached' });
      model.currentClaimId = fromScreen;
      model.selection = fromScreen;
      model.filter = noFilter;
      model.expectedOffset = secondBlock ?? null;
      return undefined;
    },
  }),
  createCommand('Compare the drafts, and press Escape', fc.constant(null), {
    canRun: hasOlderDraft,
    async perform(model, walker) {
      await walker.stet.chooseMenuItem('File', 'Compare drafts…');
      await walker.stet.compareDialog.text.waitFor();
      await walker.checkDialog('Compare drafts');
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return undefined;
    },
  }),
];
