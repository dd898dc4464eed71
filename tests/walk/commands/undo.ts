import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { answerDialogs, getShownDialogs } from '#tests/e2e/support/system/dialogs.ts';
import { isInField } from '../app/input.ts';
import { undoOrRedo } from '../model/changes.ts';
import { fromScreen, type Model, recordChange } from '../model/model.ts';
import { filterRecord, type ReviewContent } from '../model/review-content.ts';
import { createCommand } from './command.ts';

/** How long a notice may take to be pressed, in milliseconds: it may go by itself. */
const timeoutMs = 1_000;

/** Removes the sources of this title that no claim uses. */
function removeUnused(model: Model, isRemoved: (title: string) => boolean): void {
  const { content } = model;
  const used = new Set(Object.values(content.evidence).map(({ source }) => source));
  recordChange(model, 'source.delete', {
    ...content,
    sources: filterRecord(content.sources, ({ title }, id) => used.has(id) || !isRemoved(title)),
  });
}

export const noticeCommands = [
  createCommand('Press a button of a notice', fc.constantFrom('Undo', 'Redo', 'Remove source'), {
    async perform(model, walker, label) {
      const { messages } = walker.stet.notices;
      const notice = messages.filter({ has: walker.page.getByRole('button', { name: label, exact: true }) });
      if ((await notice.count()) !== 1) return `no notice offers ${label}`;
      const text = (await notice.getByRole('paragraph').textContent()) ?? '';
      const button = notice.getByRole('button', { name: label, exact: true });
      const isPressed = await button.click({ timeout: timeoutMs }).then(
        () => true,
        () => false,
      );
      if (!isPressed) return 'it went before it was pressed';
      if (label === 'Remove source') removeUnused(model, (title) => text.includes(title));
      else undoOrRedo(model, label === 'Undo' ? 'undo' : 'redo');
      model.currentClaimId = fromScreen;
      model.selection = fromScreen;
      if (model.isInQueue) model.isInQueue = fromScreen;
      return `${label} in “${text}”`;
    },
  }),
];

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
