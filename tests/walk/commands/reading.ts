import * as fc from 'fast-check';
import { closeDrawer, pressKey } from '../app/input';
import { fromScreen, type Model, noFilter } from '../model/model';
import { waitForWheel } from '../page/wait-for-wheel';
import { createCommand } from './command';

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
