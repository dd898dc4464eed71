import * as fc from 'fast-check';
import { fromScreen } from '../model/model';
import { createCommand } from './command';

const arrowPresses = fc.record({
  key: fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'),
  shift: fc.boolean(),
  times: fc.integer({ min: 1, max: 4 }),
});

const tabPresses = fc.record({ back: fc.boolean(), times: fc.integer({ min: 1, max: 5 }) });

/** Keys that move the focus, the selection or the list. They must never change the review, on whatever element. */
export const focusKeyCommands = [
  createCommand('Press arrows', arrowPresses, {
    async perform(model, walker, { key, shift, times }) {
      for (let time = 0; time < times; time += 1)
        await walker.page.keyboard.press(shift ? `Shift+${key}` : key);
      // On a select, an arrow opens its list.
      const list = walker.page.locator('[role="listbox"], [role="menu"]').first();
      if (await list.isVisible()) await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      model.canMoveFocus = true;
      // From a row, Shift selects several claims, which closes the queue.
      if (shift && model.isInQueue) model.isInQueue = fromScreen;
      return `${shift ? 'Shift+' : ''}${key} × ${times}`;
    },
  }),
  createCommand('Press Tab', tabPresses, {
    async perform(model, walker, { back, times }) {
      for (let time = 0; time < times; time += 1)
        await walker.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      model.selection = fromScreen;
      model.canMoveFocus = true;
      return `${back ? 'Shift+' : ''}Tab × ${times}`;
    },
  }),
];
