import * as fc from 'fast-check';
import { fromScreen } from '../model/model';
import { createCommand } from './command';

const keys = fc.record({
  key: fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'),
  shift: fc.boolean(),
  times: fc.integer({ min: 1, max: 4 }),
});

/** Arrows move: the focus, the selection, the list. Whatever has the focus, nothing is changed by them. */
export const focusKeyCommands = [
  createCommand('Press arrows', keys, {
    async perform(model, walker, { key, shift, times }) {
      for (let time = 0; time < times; time += 1)
        await walker.page.keyboard.press(shift ? `Shift+${key}` : key);
      // On a field that has a list, an arrow drops it down.
      const list = walker.page.locator('[role="listbox"], [role="menu"]').first();
      if (await list.isVisible()) await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      model.canMoveFocus = true;
      return `${shift ? 'Shift+' : ''}${key} × ${times}`;
    },
  }),
  createCommand('Press Tab', fc.record({ back: fc.boolean(), times: fc.integer({ min: 1, max: 5 }) }), {
    async perform(model, walker, { back, times }) {
      for (let time = 0; time < times; time += 1)
        await walker.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      model.selection = fromScreen;
      model.canMoveFocus = true;
      return `${back ? 'Shift+' : ''}Tab × ${times}`;
    },
  }),
];
