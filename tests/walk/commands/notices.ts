import * as fc from 'fast-check';
import { undoOrRedo } from '../model/changes';
import { fromScreen, type Model, recordChange } from '../model/model';
import { filterRecord } from '../model/review-content';
import { createCommand } from './command';

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
