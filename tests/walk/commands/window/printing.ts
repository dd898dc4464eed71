import * as fc from 'fast-check';
import { standInForPrinter } from '../../../e2e/support/printer';
import { pressKey } from '../../app/input';
import { Finding, type Walker } from '../../app/walker';
import { asSeen } from '../../model/model';
import { command } from '../command';

/** How long the system's dialog may take to come, in milliseconds: the report is made before. */
const patience = 10_000;

async function isOffered(isOpen: () => Promise<boolean>, { page }: Walker): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isOpen())) {
    if (Date.now() > end) throw new Finding('the print dialog does not open');
    await page.waitForTimeout(20);
  }
}

export const printing = [
  command('Open the print dialog, and cancel it', fc.constantFrom('key', 'menu'), {
    can: ({ inQueue }) => !inQueue,
    async act(world, walker, by) {
      const { stet, page } = walker;
      const printer = await standInForPrinter(stet.app);
      if (by === 'menu') await stet.menu('File', 'Print report…');
      else await pressKey(walker, 'ControlOrMeta+p');
      await isOffered(printer.isOpen, walker);
      await printer.answer(false, 'Print job canceled');
      await page.getByText('Printing the report').waitFor({ state: 'hidden' });
      world.selection = asSeen;
      return `by ${by}`;
    },
  }),
];
