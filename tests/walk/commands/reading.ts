import * as fc from 'fast-check';
import { closeDrawer, pressKey } from '../app/input';
import { fromScreen, noFilter } from '../model/model';
import { createCommand } from './command';

const inArticle = ({ inQueue }: { readonly inQueue: unknown }) => inQueue === false;

/**
 * Waits in the window until the wheel has scrolled the article and it stands still: on a busy machine that begins some frames
 * later. Where it was at its end already, nothing moves.
 */
async function wheelIsDone({ before, by }: { before: number; by: number }): Promise<void> {
  const scroller = document.querySelector('[data-scroller]');
  if (!scroller) return;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const end = performance.now() + 3_000;
  const isAtEnd = by < 0 ? before <= 0 : before >= scroller.scrollHeight - scroller.clientHeight - 1;
  while (!isAtEnd && scroller.scrollTop === before && performance.now() < end) await frame();
  for (let still = 0; still < 5 && performance.now() < end; ) {
    const { scrollTop } = scroller;
    await frame();
    still = scroller.scrollTop === scrollTop ? still + 1 : 0;
  }
}

export const readingCommands = [
  createCommand(
    'Find words',
    fc.record({ words: fc.constantFrom('the', 'in 20', 'nowhere'), times: fc.nat({ max: 3 }) }),
    {
      canRun: inArticle,
      async perform(model, walker, { words, times }) {
        const { field } = walker.stet.find;
        await pressKey(walker, '/');
        if (!(await field.isVisible())) return 'no room for it';
        await field.fill(words);
        for (let time = 0; time < times; time += 1) await walker.page.keyboard.press('Enter');
        await walker.page.keyboard.press('Escape');
        model.selection = fromScreen;
        return `“${words}”, Enter × ${times}`;
      },
    },
  ),
  createCommand('Scroll the article', fc.constantFrom(-2_000, -300, 300, 2_000), {
    canRun: inArticle,
    async perform(_world, walker, by) {
      const box = await walker.stet.article.main.boundingBox();
      if (!box) return 'no article';
      await walker.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      const before = await walker.page.evaluate(
        () => document.querySelector('[data-scroller]')?.scrollTop ?? 0,
      );
      await walker.page.mouse.wheel(0, by);
      await walker.page.evaluate(wheelIsDone, { before, by });
      return `by ${by} pixels`;
    },
  }),
  createCommand('Look at the draft before, and come back', fc.constant(null), {
    canRun: ({ isInQueue: inQueue, content }) => inQueue === false && content.draft > 1,
    async perform(model, walker) {
      const { stet } = walker;
      const before = model.content.draft - 1;
      const [, line] = (await walker.inspect()).screen.blocks;
      await stet.menu('File', 'Drafts…');
      await stet.drafts.button(`Look at draft ${before}`).click();
      await stet.article.main.getByText(`Draft ${before} of ${model.content.draft}`).waitFor();
      await walker.checkPageLaws();
      // What can only be read takes no verdict.
      await walker.page.keyboard.press('v');
      const back = stet.article.main.getByRole('button', { name: `Back to draft ${model.content.draft}` });
      await closeDrawer(walker);
      await back.click();
      await back.waitFor({ state: 'detached' });
      model.currentClaimId = fromScreen;
      model.selection = fromScreen;
      model.filter = noFilter;
      model.expectedOffset = line ?? null;
      return undefined;
    },
  }),
  createCommand('Compare the drafts, and Escape', fc.constant(null), {
    canRun: ({ isInQueue: inQueue, content }) => inQueue === false && content.draft > 1,
    async perform(model, walker) {
      await walker.stet.menu('File', 'Compare drafts…');
      await walker.stet.comparing.text.waitFor();
      await walker.checkDialog('Compare drafts');
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return undefined;
    },
  }),
];
