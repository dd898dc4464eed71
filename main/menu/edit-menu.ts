import { type CreateItem, type Item, separator } from './menu-items';

/** The Edit menu. “Undo”, “Redo” and “Select all” are our own commands: they apply to a field or to the article. */
export function createEditMenu(item: CreateItem): Item {
  return {
    label: '&Edit',
    submenu: [
      item('Undo', 'undo', 'CmdOrCtrl+Z'),
      item('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      item('Select all', 'selectAll', 'CmdOrCtrl+A'),
      separator,
      item('Find…', 'find', 'CmdOrCtrl+F'),
      item('Find next', 'findNext', 'F3'),
      item('Find previous', 'findPrevious', 'Shift+F3'),
      item('Search the library…', 'librarySearch', 'CmdOrCtrl+Shift+F'),
    ],
  };
}
