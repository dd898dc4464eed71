import * as fc from 'fast-check';
import { dropOn } from '../../../e2e/support/page/drop';
import { pressKey } from '../../app/input';
import { fromScreen } from '../../model/model';
import { createCommand } from '../command';

/** The dialogs that a menu opens over an article, with their titles. */
const dialogs = [
  { menu: ['Help', 'Keyboard shortcuts'], title: 'Keyboard shortcuts' },
  { menu: ['Help', 'About Stet'], title: /Stet/ },
  { menu: ['File', 'Settings…'], title: 'Settings' },
  { menu: ['File', 'Export report…'], title: 'Export report' },
  { menu: ['File', 'Drafts…'], title: 'Drafts' },
  { menu: ['File', 'Article details…'], title: /details/i },
  { menu: ['File', 'Links in the article…'], title: /[Ll]inks/ },
  { menu: ['File', 'Paste article…'], title: 'Paste an article' },
  { menu: ['File', 'Paste draft…'], title: 'Paste a new draft' },
  { menu: ['File', 'Open from the web…'], title: /web/i },
  { menu: ['Claim', 'Apply corrections…'], title: 'Apply corrections' },
] as const;

export const dialogCommands = [
  createCommand('Open a dialog, and Escape it', fc.constantFrom(...dialogs), {
    canRun: ({ isInQueue: inQueue }) => !inQueue,
    async perform(model, walker, { menu, title }) {
      await walker.stet.menu(...menu);
      await walker.checkDialog(title);
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return menu.join(' › ');
    },
  }),
  createCommand(
    'Open a dialog by its key, and Escape it',
    fc.constantFrom(
      { key: '?', title: 'Keyboard shortcuts' },
      { key: 'Control+,', title: 'Settings' },
      { key: 'Control+e', title: 'Export report' },
    ),
    {
      canRun: ({ isInQueue: inQueue }) => !inQueue,
      async perform(model, walker, { key, title }) {
        await pressKey(walker, key);
        await walker.checkDialog(title);
        await walker.page.keyboard.press('Escape');
        model.selection = fromScreen;
        return key;
      },
    },
  ),
  createCommand('Export, cancel where to save, and Escape', fc.constantFrom('HTML', 'Markdown', 'JSON'), {
    canRun: ({ isInQueue: inQueue }) => !inQueue,
    async perform(model, walker, format) {
      const { exporting } = walker.stet;
      await pressKey(walker, 'Control+e');
      await exporting.dialog.waitFor();
      await exporting.format(format).click();
      await exporting.save.click();
      await walker.checkDialog('Export report');
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return format;
    },
  }),
  createCommand('Read an empty paste, and Escape', fc.constantFrom('Paste article…', 'Paste draft…'), {
    canRun: ({ isInQueue: inQueue }) => !inQueue,
    async perform(model, walker, menu) {
      await walker.stet.menu('File', menu);
      const dialog = walker.page.getByRole('dialog', { name: /^Paste/ });
      const read = dialog.getByRole('button', { name: 'Continue' });
      await read.waitFor();
      if (await read.isEnabled()) await read.click();
      await walker.checkDialog(/^Paste/);
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return menu;
    },
  }),
  createCommand('Drop a file to open it, and Escape', fc.constantFrom('notes.txt', 'page.html', 'broken.pdf'), {
    canRun: ({ isInQueue: inQueue }) => inQueue === false,
    async perform(model, walker, name) {
      const isBroken = name === 'broken.pdf';
      const bytes = Buffer.from(
        isBroken ? '%PDF-1.7' : `<p>A file of step ${walker.commandCount}.</p><p>It has 2 paragraphs.</p>`,
      );
      const main = walker.page.getByRole('main');
      await dropOn(main, 'Drop to open as an article', { name, bytes });
      if (isBroken) {
        // What can't be read is told, and nothing opens.
        await walker.stet.notices.close(/broken\.pdf/);
      } else {
        await walker.stet.preview.openArticle.waitFor();
        await walker.checkDialog('Open as an article');
        await walker.page.keyboard.press('Escape');
      }
      model.selection = fromScreen;
      return name;
    },
  }),
  createCommand('Split and join in the preview, and Escape twice', fc.nat({ max: 30 }), {
    canRun: ({ isInQueue: inQueue }) => inQueue === false,
    async perform(model, walker, offset) {
      const { preview } = walker.stet;
      const bytes = Buffer.from(
        `A file of step ${walker.commandCount}.\n\nIt has 2 paragraphs, and 3 sentences. Two.`,
      );
      await dropOn(walker.page.getByRole('main'), 'Drop to open as an article', { name: 'notes.txt', bytes });
      await preview.block(2, 'Split').click();
      await walker.checkDialog('Open as an article');
      await preview.splitting.evaluate(
        (field, at) => field instanceof HTMLTextAreaElement && field.setSelectionRange(at, at),
        5 + offset,
      );
      await walker.page.keyboard.press('Enter');
      await walker.checkDialog('Open as an article');
      await preview.block(2, 'Join with next').click();
      await walker.checkDialog('Open as an article');
      // What was changed is not thrown away by the first.
      await walker.page.keyboard.press('Escape');
      await walker.checkDialog('Open as an article');
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return `at ${5 + offset}`;
    },
  }),
  createCommand('Read a new draft, and Escape its summary', fc.constant(null), {
    canRun: ({ isInQueue: inQueue }) => inQueue === false,
    async perform(model, walker) {
      const { stet } = walker;
      await stet.menu('File', 'Paste draft…');
      await stet.pasteDraftDialog.write(`${walker.stored.draft.text}\n\nOne sentence more.`);
      await stet.newDraft.add.waitFor();
      await walker.checkDialog(/^Draft \d+ of/);
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return undefined;
    },
  }),
];
