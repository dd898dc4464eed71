import * as fc from 'fast-check';
import { asSeen } from '../model/model';
import { command } from './command';

const keys = fc.record({
  key: fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'),
  shift: fc.boolean(),
  times: fc.integer({ min: 1, max: 4 }),
});

/** Arrows move: the focus, the selection, the list. Whatever has the focus, nothing is changed by them. */
export const arrows = [
  command('Press arrows', keys, {
    async act(world, walker, { key, shift, times }) {
      for (let time = 0; time < times; time += 1)
        await walker.page.keyboard.press(shift ? `Shift+${key}` : key);
      // On a field that has a list, an arrow drops it down.
      const list = walker.page.locator('[role="listbox"], [role="menu"]').first();
      if (await list.isVisible()) await walker.page.keyboard.press('Escape');
      world.selection = asSeen;
      world.movesFocus = true;
      return `${shift ? 'Shift+' : ''}${key} × ${times}`;
    },
  }),
  command('Press Tab', fc.record({ back: fc.boolean(), times: fc.integer({ min: 1, max: 5 }) }), {
    async act(world, walker, { back, times }) {
      for (let time = 0; time < times; time += 1)
        await walker.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      world.selection = asSeen;
      world.movesFocus = true;
      return `${back ? 'Shift+' : ''}Tab × ${times}`;
    },
  }),
];
