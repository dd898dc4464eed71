import * as fc from 'fast-check';
import { openArticle } from '../../app/prepare-app';
import { answerSystem } from '../../app/answer-system-dialogs';
import type { Walker } from '../../app/walker';
import { asSeen, reopened } from '../../model/model';
import { command } from '../command';

/** Leaves for the library, by the bar where its button is in view. */
async function leave({ stet }: Walker): Promise<void> {
  if (await stet.bar.library.isVisible()) await stet.bar.library.click();
  else await stet.menu('File', 'Library');
  await stet.library.heading.waitFor();
}

export const restarting = [
  command('Leave for the library and come back', fc.constant(null), {
    can: ({ inQueue }) => inQueue === false,
    async act(world, walker) {
      await leave(walker);
      await walker.keepsLawsOutside();
      await openArticle(walker.stet, walker.title);
      reopened(world);
      world.current = asSeen;
      return undefined;
    },
  }),
  command('Open the dialogs of the library, and Escape them', fc.constant(null), {
    can: ({ inQueue }) => inQueue === false,
    async act(world, walker) {
      const { stet, title } = walker;
      await leave(walker);
      await stet.library.row(title).first().getByRole('button', { name: 'Rename' }).click();
      await walker.keepsLawsIn('Rename article');
      await stet.page.keyboard.press('Escape');
      await walker.keepsLawsOutside();
      await stet.library.paste.click();
      await walker.keepsLawsIn('Paste an article');
      await stet.page.keyboard.press('Escape');
      await walker.keepsLawsOutside();
      await openArticle(stet, title);
      reopened(world);
      world.current = asSeen;
      return undefined;
    },
  }),
  command('Empty the bin, or Escape', fc.constantFrom('Delete for good', 'Escape'), {
    can: ({ inQueue }) => inQueue === false,
    async act(world, walker, by) {
      const { stet, title } = walker;
      await leave(walker);
      const isEmpty = !(await stet.page.getByRole('button', { name: /^Bin \d/ }).isVisible());
      if (!isEmpty) {
        await stet.library.openBin();
        await walker.keepsLawsOutside();
        await stet.library.emptyBin();
        await walker.keepsLawsIn(/ for good\?$/);
        if (by === 'Escape') await stet.page.keyboard.press('Escape');
        else await stet.library.deleting.getByRole('button', { name: by }).click();
        await walker.keepsLawsOutside();
        if (by === 'Escape') await stet.library.leaveBin();
        await stet.library.heading.waitFor();
      }
      await openArticle(stet, title);
      reopened(world);
      world.current = asSeen;
      return isEmpty ? 'nothing is in it' : by;
    },
  }),
  command('Restart', fc.constant(null), {
    async act(world, walker) {
      await walker.stet.restart();
      await answerSystem(walker.stet);
      await openArticle(walker.stet, walker.title);
      reopened(world);
      world.current = asSeen;
      return undefined;
    },
  }),
];
