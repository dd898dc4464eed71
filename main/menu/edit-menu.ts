import { type CreateItem, type Item, separator } from './menu-items';

/** The Edit menu. “Undo”, “Redo” and “Select all” are our own commands: they apply to a field or to the article. */
export function createEditMenu(item: CreateItem): Item {
  return {
    label: '&Edit',
    submenu: [
      item('undo'),
      item('redo'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      item('selectAll'),
      separator,
      item('find'),
      item('findNext'),
      item('findPrevious'),
      item('librarySearch'),
    ],
  };
}
