import * as fc from 'fast-check';
import { standInForPrinter } from '../../../e2e/support/system/print-dialog';
import { pressKey } from '../../app/input';
import { LawViolation, type Walker } from '../../app/walker';
import { fromScreen } from '../../model/model';
import { createCommand } from '../command';

/** How long the system's dialog may take to come, in milliseconds: the report is made before. */
const patience = 10_000;

async function isOffered(isOpen: () => Promise<boolean>, { page }: Walker): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isOpen())) {
    if (Date.now() > end) throw new LawViolation('the print dialog does not open');
    await page.waitForTimeout(20);
  }
}

export const printingCommands = [
  createCommand('Open the print dialog, and cancel it', fc.constantFrom('key', 'menu'), {
    canRun: ({ isInQueue: inQueue }) => !inQueue,
    async perform(model, walker, by) {
      const { stet, page } = walker;
      const printer = await standInForPrinter(stet.app);
      if (by === 'menu') await stet.menu('File', 'Print report…');
      else await pressKey(walker, 'ControlOrMeta+p');
      await isOffered(printer.isOpen, walker);
      await printer.answer(false, 'Print job canceled');
      await page.getByText('Printing the report').waitFor({ state: 'hidden' });
      model.selection = fromScreen;
      return `by ${by}`;
    },
  }),
];
