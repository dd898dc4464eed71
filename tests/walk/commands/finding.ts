import * as fc from 'fast-check';
import { pressKey } from '../app/input';
import { LawViolation } from '../app/law-violation';
import { fromScreen } from '../model/model';
import { createCommand } from './command';
import { getWordSpan, quoteSpan, wordRange } from './word-range';

const findData = fc.record({
  words: wordRange,
  steps: fc.array(fc.constantFrom('Enter', 'Shift+Enter'), { minLength: 1, maxLength: 3 }),
  /** Typed after these keys: it must go into the field. */
  more: fc.constantFrom('', 'v', 'dx', 'vdu'),
});

/** Find in the article, and lists of the card, with letters that must change nothing while the focus is there. */
export const findingCommands = [
  createCommand('Find, go through the matches, and type on', findData, {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker, { words, steps, more }) {
      const { field } = walker.stet.find;
      if (!(await field.isVisible())) return 'no room for the field';
      const span = getWordSpan(walker, words);
      const query = walker.stored.draft.text.slice(span.start, span.end).split('\n')[0] ?? '';
      await pressKey(walker, 'Control+f');
      await field.fill(query);
      for (const key of [...steps, ...more]) await walker.page.keyboard.press(key);
      const typed = await field.inputValue();
      if (typed !== query + more) throw new LawViolation(`Find shows “${typed}”, not “${query + more}”`);
      await field.press('Escape');
      model.selection = fromScreen;
      return `${quoteSpan(walker, span)}, ${steps.join(', ')}, and “${more}”`;
    },
  }),
  createCommand('Open a list of the card, leave it, and type', fc.constantFrom('v', 'dx', 'uv'), {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker, letters) {
      const { kind } = walker.stet.card;
      if (!(await kind.isVisible())) return 'not on the card';
      await kind.press('Enter');
      await walker.page.getByRole('listbox', { name: 'Kind' }).waitFor();
      await walker.page.keyboard.press('Escape');
      await walker.page.keyboard.type(letters);
      if (!(await kind.isVisible())) throw new LawViolation('Escape in a list closed the card');
      // The next Escape leaves the field.
      await kind.press('Escape');
      model.selection = fromScreen;
      return `“${letters}”`;
    },
  }),
];
