import * as fc from 'fast-check';
import { answerDialogs } from '#tests/e2e/support/system/dialogs.ts';
import { openArticle } from '../app/prepare-app.ts';
import type { Walker } from '../app/walker.ts';
import { fromScreen, type Model, resetAfterReopening } from '../model/model.ts';
import { createCommand } from './command.ts';

/** Goes to the library by the button in the bar, or by menu where there is no room for the button. */
async function goToLibrary({ stet }: Walker): Promise<void> {
  if (await stet.bar.library.isVisible()) await stet.bar.library.click();
  else await stet.chooseMenuItem('File', 'Library');
  await stet.library.heading.waitFor();
}

async function reopenArticle(model: Model, { stet, title }: Walker): Promise<void> {
  await openArticle(stet, title);
  resetAfterReopening(model);
  model.currentClaimId = fromScreen;
}

/** Commands that leave the article and open it again. */
export const reopeningCommands = [
  createCommand('Go to the library and come back', fc.constant(null), {
    canRun: ({ isInQueue }) => isInQueue === false,
    async perform(model, walker) {
      await goToLibrary(walker);
      await walker.checkLayoutLaws();
      await reopenArticle(model, walker);
      return undefined;
    },
  }),
  createCommand('Open the dialogs of the library, and press Escape in each', fc.constant(null), {
    canRun: ({ isInQueue }) => isInQueue === false,
    async perform(model, walker) {
      const { stet, title } = walker;
      await goToLibrary(walker);
      await stet.library.row(title).first().getByRole('button', { name: 'Rename' }).click();
      await walker.checkDialog('Rename article');
      await stet.page.keyboard.press('Escape');
      await walker.checkLayoutLaws();
      await stet.library.paste.click();
      await walker.checkDialog('Paste an article');
      await stet.page.keyboard.press('Escape');
      await walker.checkLayoutLaws();
      await reopenArticle(model, walker);
      return undefined;
    },
  }),
  createCommand('Empty the bin, or press Escape', fc.constantFrom('Delete for good', 'Escape'), {
    canRun: ({ isInQueue }) => isInQueue === false,
    async perform(model, walker, answer) {
      const { stet } = walker;
      await goToLibrary(walker);
      const isEmpty = !(await stet.page.getByRole('button', { name: /^Bin \d/ }).isVisible());
      if (!isEmpty) {
        await stet.library.openBin();
        await walker.checkLayoutLaws();
        await stet.library.emptyBin();
        await walker.checkDialog(/ for good\?$/);
        if (answer === 'Escape') await stet.page.keyboard.press('Escape');
        else await stet.library.deleteDialog.getByRole('button', { name: answer }).click();
        await walker.checkLayoutLaws();
        if (answer === 'Escape') await stet.library.leaveBin();
        await stet.library.heading.waitFor();
      }
      await reopenArticle(model, walker);
      return isEmpty ? 'the bin is empty' : answer;
    },
  }),
  createCommand('Restart', fc.constant(null), {
    async perform(model, walker) {
      await walker.stet.restart();
      await answerDialogs(walker.stet.app, {});
      await reopenArticle(model, walker);
      return undefined;
    },
  }),
];

export const windowCommands = [
  createCommand(
    'Resize the window',
    fc.constantFrom([1_280, 800], [1_600, 1_000], [1_024, 700], [820, 640], [700, 600]),
    {
      async perform(model, walker, size) {
        const [width = 0, height = 0] = size;
        await walker.stet.app.evaluate(
          ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height),
          { width, height },
        );
        await walker.page.waitForFunction((to) => Math.abs(innerWidth * devicePixelRatio - to) < 2, width);
        model.selection = fromScreen;
        return `${width} × ${height}`;
      },
    },
  ),
  createCommand('Zoom the window', fc.constantFrom(0, 1, 2, -1), {
    async perform(model, walker, level) {
      await walker.stet.app.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(to),
        level,
      );
      await walker.page.waitForFunction((to) => Math.abs(devicePixelRatio - 1.2 ** to) < 0.02, level);
      model.selection = fromScreen;
      return `level ${level}`;
    },
  }),
  createCommand('Choose a theme', fc.constantFrom('Light', 'Dark', 'Same as system'), {
    async perform(_model, walker, theme) {
      await walker.stet.chooseMenuItem('View', 'Theme', theme);
      return theme;
    },
  }),
  createCommand(
    'Change the size of the text',
    fc.constantFrom('Larger text', 'Smaller text', 'Normal text size'),
    {
      async perform(model, walker, menu) {
        await walker.stet.chooseMenuItem('View', menu);
        model.selection = fromScreen;
        return menu;
      },
    },
  ),
];
