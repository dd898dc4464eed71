import * as fc from 'fast-check';
import { isInField } from '../app/input';
import { undoOrRedo } from '../model/changes';
import { createCommand } from './command';

const shortcuts = { undo: 'ControlOrMeta+z', redo: 'ControlOrMeta+Shift+z' } as const;
const menuLabels = { undo: 'Undo', redo: 'Redo' } as const;

export const undoCommands = [
  createCommand(
    'Undo or redo',
    fc.record({
      direction: fc.constantFrom('undo', 'undo', 'redo'),
      method: fc.constantFrom('key', 'bar', 'menu'),
    }),
    {
      canRun: ({ isInQueue, undo, redo }) => !isInQueue && undo.length + redo.length > 0,
      async perform(model, walker, { direction, method }) {
        if (model[direction].length === 0) return `nothing to ${direction}`;
        // In a text field, undo applies to the field.
        if (await isInField(walker)) await walker.page.keyboard.press('Escape');
        if (method === 'key') await walker.page.keyboard.press(shortcuts[direction]);
        else if (method === 'menu') await walker.stet.chooseMenuItem('Edit', menuLabels[direction]);
        else {
          const button = walker.stet.bar[direction];
          if (!(await button.isVisible())) return 'not in the bar';
          await button.click();
        }
        undoOrRedo(model, direction);
        return `${direction} by ${method}`;
      },
    },
  ),
];
