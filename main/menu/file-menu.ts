import { type CreateItem, type Item, separator } from './menu-items';

/** The File menu. On macOS the settings and quitting are in the menu of the app. */
export function createFileMenu(item: CreateItem, settings: Item, mac: boolean): Item {
  return {
    label: '&File',
    submenu: [
      item('Open…', 'open', 'CmdOrCtrl+O'),
      item('Open from the web…', 'openWeb'),
      item('Paste article…', 'paste'),
      separator,
      item('Import draft…', 'importDraft', 'CmdOrCtrl+I'),
      item('Paste draft…', 'pasteDraft'),
      item('Import annotations…', 'importAnnotations'),
      item('Drafts…', 'drafts'),
      item('Compare drafts…', 'compareDrafts'),
      separator,
      item('Library', 'library'),
      item('Article details…', 'articleDetails'),
      item('Links in the article…', 'links'),
      item('Verify files', 'verifyFiles'),
      item('Check library…', 'checkLibrary'),
      item('Export report…', 'export', 'CmdOrCtrl+E'),
      item('Export again', 'exportAgain', 'CmdOrCtrl+Shift+E'),
      item('Print report…', 'print', 'CmdOrCtrl+P'),
      separator,
      ...(mac ? [] : [settings, separator]),
      { role: 'close' },
      ...(mac ? [] : [{ role: 'quit' } satisfies Item]),
    ],
  };
}
