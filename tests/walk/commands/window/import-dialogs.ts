import * as fc from 'fast-check';
import { dropFilesOn } from '../../../e2e/support/page/drop';
import { fromScreen } from '../../model/model';
import { createCommand } from '../command';

const dropHint = 'Drop to open as an article';

export const importDialogCommands = [
  createCommand(
    'Drop a file to open it, and press Escape',
    fc.constantFrom('notes.txt', 'page.html', 'broken.pdf'),
    {
      canRun: ({ isInQueue }) => isInQueue === false,
      async perform(model, walker, name) {
        const isBroken = name === 'broken.pdf';
        const paragraphs = [`A file of step ${walker.commandCount}.`, 'It has 2 paragraphs.'];
        const text =
          name === 'page.html' ? paragraphs.map((one) => `<p>${one}</p>`).join('') : paragraphs.join('\n\n');
        const bytes = Buffer.from(isBroken ? '%PDF-1.7' : text);
        await dropFilesOn(walker.page.getByRole('main'), dropHint, { name, bytes });
        if (isBroken) {
          // A file that can't be read leads to an error notice, and opens nothing.
          await walker.stet.notices.close(/broken\.pdf/);
        } else {
          await walker.stet.preview.openArticle.waitFor();
          await walker.checkDialog('Open as an article');
          await walker.page.keyboard.press('Escape');
        }
        model.selection = fromScreen;
        return name;
      },
    },
  ),
  createCommand('Split and join in the preview, and press Escape twice', fc.nat({ max: 30 }), {
    canRun: ({ isInQueue }) => isInQueue === false,
    async perform(model, walker, offset) {
      const { preview } = walker.stet;
      const text = `A file of step ${walker.commandCount}.\n\nIt has 2 paragraphs, and 3 sentences. Two.`;
      const file = { name: 'notes.txt', bytes: Buffer.from(text) };
      await dropFilesOn(walker.page.getByRole('main'), dropHint, file);
      await preview.blockButton(2, 'Split').click();
      await walker.checkDialog('Open as an article');
      await preview.splitField.evaluate(
        (field, at) => field instanceof HTMLTextAreaElement && field.setSelectionRange(at, at),
        5 + offset,
      );
      await walker.page.keyboard.press('Enter');
      await walker.checkDialog('Open as an article');
      await preview.blockButton(2, 'Join with next').click();
      await walker.checkDialog('Open as an article');
      // The first Escape does not discard the edits.
      await walker.page.keyboard.press('Escape');
      await walker.checkDialog('Open as an article');
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return `at ${5 + offset}`;
    },
  }),
  createCommand('Read a new draft, and press Escape in its summary', fc.constant(null), {
    canRun: ({ isInQueue }) => isInQueue === false,
    async perform(model, walker) {
      const { stet } = walker;
      await stet.chooseMenuItem('File', 'Paste draft…');
      await stet.pasteDraftDialog.submitText(`${walker.stored.draft.text}\n\nOne sentence more.`);
      await stet.newDraft.add.waitFor();
      await walker.checkDialog(/^Draft \d+ of/);
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return undefined;
    },
  }),
];
