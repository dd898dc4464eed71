import * as fc from 'fast-check';
import { replacePrintDialog } from '../../../e2e/support/system/print-dialog';
import { pressKey } from '../../app/input';
import { LawViolation } from '../../app/law-violation';
import type { Walker } from '../../app/walker';
import { fromScreen } from '../../model/model';
import { createCommand } from '../command';

/** How long the print dialog of the system may take to open: the report is built before. */
const timeoutMs = 10_000;

async function waitForPrintDialog(isOpen: () => Promise<boolean>, { page }: Walker): Promise<void> {
  const endTime = Date.now() + timeoutMs;
  while (!(await isOpen())) {
    if (Date.now() > endTime) throw new LawViolation('the print dialog does not open');
    await page.waitForTimeout(20);
  }
}

export const printingCommands = [
  createCommand('Open the print dialog, and cancel it', fc.constantFrom('key', 'menu'), {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker, method) {
      const { stet, page } = walker;
      const printer = await replacePrintDialog(stet.app);
      if (method === 'menu') await stet.chooseMenuItem('File', 'Print report…');
      else await pressKey(walker, 'ControlOrMeta+p');
      await waitForPrintDialog(printer.isOpen, walker);
      await printer.answer(false, 'Print job canceled');
      await page.getByText('Printing the report').waitFor({ state: 'hidden' });
      model.selection = fromScreen;
      return `by ${method}`;
    },
  }),
];
