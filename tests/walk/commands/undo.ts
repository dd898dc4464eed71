import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { answerDialogs, getShownDialogs } from '../../e2e/support/system/dialogs';
import { isInField } from '../app/input';
import { undoOrRedo } from '../model/changes';
import type { ReviewContent } from '../model/review-content';
import { createCommand } from './command';

const shortcuts = { undo: 'ControlOrMeta+z', redo: 'ControlOrMeta+Shift+z' } as const;
const menuLabels = { undo: 'Undo', redo: 'Redo' } as const;

/** Whether the claims of the next content lack most of those that are there, so that the app asks first. */
function removesMost({ claims }: ReviewContent, next: ReviewContent | undefined): boolean {
  const ids = Object.keys(claims);
  const removed = ids.filter((id) => !(id in (next?.claims ?? {}))).length;
  return removed > 4 && removed * 2 > ids.length;
}

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
        const { app } = walker.stet;
        const isAsked = removesMost(model.content, model[direction].at(-1));
        if (isAsked) await answerDialogs(app, { button: 0 });
        if (method === 'key') await walker.page.keyboard.press(shortcuts[direction]);
        else if (method === 'menu') await walker.stet.chooseMenuItem('Edit', menuLabels[direction]);
        else {
          const button = walker.stet.bar[direction];
          if (!(await button.isVisible())) {
            if (isAsked) await answerDialogs(app, {});
            return 'not in the bar';
          }
          await button.click();
        }
        if (isAsked) {
          await expect.poll(async () => (await getShownDialogs(app)).length).toBe(1);
          await answerDialogs(app, {});
        }
        undoOrRedo(model, direction);
        return `${direction} by ${method}`;
      },
    },
  ),
];
