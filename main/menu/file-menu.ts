import { type CreateItem, type Item, separator } from './menu-items';

/** The File menu. On macOS the settings and quitting are in the menu of the app. */
export function createFileMenu(item: CreateItem, settings: Item, mac: boolean): Item {
  return {
    label: '&File',
    submenu: [
      item('open'),
      item('openWeb'),
      item('paste'),
      separator,
      item('importDraft'),
      item('pasteDraft'),
      item('drafts'),
      item('compareDrafts'),
      separator,
      item('library'),
      item('articleDetails'),
      item('links'),
      item('verifyFiles'),
      item('checkLibrary'),
      item('export'),
      item('exportAgain'),
      item('print'),
      separator,
      ...(mac ? [] : [settings, separator]),
      { role: 'close' },
      ...(mac ? [] : [{ role: 'quit' } satisfies Item]),
    ],
  };
}
