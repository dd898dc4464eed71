import * as fc from 'fast-check';
import { openArticle } from '../../app/prepare-app';
import { answerSystemDialogs } from '../../app/answer-system-dialogs';
import type { Walker } from '../../app/walker';
import { fromScreen, resetAfterReopening } from '../../model/model';
import { createCommand } from '../command';

/** Leaves for the library, by the bar where its button is in view. */
async function leave({ stet }: Walker): Promise<void> {
  if (await stet.bar.library.isVisible()) await stet.bar.library.click();
  else await stet.menu('File', 'Library');
  await stet.library.heading.waitFor();
}

export const reopeningCommands = [
  createCommand('Leave for the library and come back', fc.constant(null), {
    canRun: ({ isInQueue: inQueue }) => inQueue === false,
    async perform(model, walker) {
      await leave(walker);
      await walker.checkPageLaws();
      await openArticle(walker.stet, walker.title);
      resetAfterReopening(model);
      model.currentClaimId = fromScreen;
      return undefined;
    },
  }),
  createCommand('Open the dialogs of the library, and Escape them', fc.constant(null), {
    canRun: ({ isInQueue: inQueue }) => inQueue === false,
    async perform(model, walker) {
      const { stet, title } = walker;
      await leave(walker);
      await stet.library.row(title).first().getByRole('button', { name: 'Rename' }).click();
      await walker.checkDialog('Rename article');
      await stet.page.keyboard.press('Escape');
      await walker.checkPageLaws();
      await stet.library.paste.click();
      await walker.checkDialog('Paste an article');
      await stet.page.keyboard.press('Escape');
      await walker.checkPageLaws();
      await openArticle(stet, title);
      resetAfterReopening(model);
      model.currentClaimId = fromScreen;
      return undefined;
    },
  }),
  createCommand('Empty the bin, or Escape', fc.constantFrom('Delete for good', 'Escape'), {
    canRun: ({ isInQueue: inQueue }) => inQueue === false,
    async perform(model, walker, by) {
      const { stet, title } = walker;
      await leave(walker);
      const isEmpty = !(await stet.page.getByRole('button', { name: /^Bin \d/ }).isVisible());
      if (!isEmpty) {
        await stet.library.openBin();
        await walker.checkPageLaws();
        await stet.library.emptyBin();
        await walker.checkDialog(/ for good\?$/);
        if (by === 'Escape') await stet.page.keyboard.press('Escape');
        else await stet.library.deleting.getByRole('button', { name: by }).click();
        await walker.checkPageLaws();
        if (by === 'Escape') await stet.library.leaveBin();
        await stet.library.heading.waitFor();
      }
      await openArticle(stet, title);
      resetAfterReopening(model);
      model.currentClaimId = fromScreen;
      return isEmpty ? 'nothing is in it' : by;
    },
  }),
  createCommand('Restart', fc.constant(null), {
    async perform(model, walker) {
      await walker.stet.restart();
      await answerSystemDialogs(walker.stet);
      await openArticle(walker.stet, walker.title);
      resetAfterReopening(model);
      model.currentClaimId = fromScreen;
      return undefined;
    },
  }),
];
