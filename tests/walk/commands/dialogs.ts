import * as fc from 'fast-check';
import { dropFilesOn } from '#tests/e2e/support/page/drop.ts';
import { pressKey } from '../app/input.ts';
import { fromScreen } from '../model/model.ts';
import { createCommand } from './command.ts';

/** Commands of another program that makes links to the library. */
export const linkCommands = [
  createCommand('Another program takes a snapshot of hard links', fc.constant(null), {
    async perform(_model, { outside }) {
      outside.takeSnapshot();
      return undefined;
    },
  }),
];

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

/** The menu entries that open a dialog over an article, with the titles of the dialogs. */
const menuDialogs = [
  { menu: ['Help', 'Keyboard shortcuts'], title: 'Keyboard shortcuts' },
  { menu: ['Help', 'Change keyboard shortcuts…'], title: 'Change keyboard shortcuts' },
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
  { menu: ['File', 'Check library…'], title: 'Check library' },
] as const;

const keyDialogs = [
  { key: '?', title: 'Keyboard shortcuts' },
  { key: 'Control+,', title: 'Settings' },
  { key: 'Control+k', title: 'Command palette' },
  { key: 'Control+Shift+o', title: /^Overview of / },
  { key: 'Control+Shift+f', title: 'Search the library' },
  { key: 'Control+e', title: 'Export report' },
] as const;

export const dialogCommands = [
  createCommand('Open a dialog by menu, and press Escape', fc.constantFrom(...menuDialogs), {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker, { menu, title }) {
      await walker.stet.chooseMenuItem(...menu);
      await walker.checkDialog(title);
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return menu.join(' › ');
    },
  }),
  createCommand('Open a dialog by key, and press Escape', fc.constantFrom(...keyDialogs), {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker, { key, title }) {
      await pressKey(walker, key);
      await walker.checkDialog(title);
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return key;
    },
  }),
  createCommand(
    'Export, cancel the save dialog, and press Escape',
    fc.constantFrom('HTML', 'Markdown', 'JSON'),
    {
      canRun: ({ isInQueue }) => !isInQueue,
      async perform(model, walker, format) {
        const { exportDialog } = walker.stet;
        await pressKey(walker, 'Control+e');
        await exportDialog.dialog.waitFor();
        await exportDialog.chooseFormat(format);
        await exportDialog.save.click();
        await walker.checkDialog('Export report');
        await walker.page.keyboard.press('Escape');
        model.selection = fromScreen;
        return format;
      },
    },
  ),
  createCommand('Read an empty paste, and press Escape', fc.constantFrom('Paste article…', 'Paste draft…'), {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker, menu) {
      await walker.stet.chooseMenuItem('File', menu);
      const dialog = walker.page.getByRole('dialog', { name: /^Paste/ });
      const submit = dialog.getByRole('button', { name: 'Continue' });
      await submit.waitFor();
      if (await submit.isEnabled()) await submit.click();
      await walker.checkDialog(/^Paste/);
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return menu;
    },
  }),
];
