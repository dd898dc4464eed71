import * as fc from 'fast-check';
import { pressKey } from '../../app/input';
import { fromScreen } from '../../model/model';
import { createCommand } from '../command';

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
