import type { MenuEntry } from '../../state/context-menu';
import { pasteHere } from '../../state/paste';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What can be done with the text of a field. The field has the focus, now and when an entry is chosen. */
export function fieldMenu(field: Field): MenuEntry[][] {
  const { readOnly, selectionStart, selectionEnd, value } = field;
  const isSelected = selectionStart !== selectionEnd;
  const edit = (label: string, command: string, keys: string, isPossible: boolean): MenuEntry => ({
    label,
    keys,
    isDisabled: !isPossible,
    run: () => document.execCommand(command),
  });
  return [
    [
      edit('Undo', 'undo', 'Ctrl+Z', !readOnly && document.queryCommandEnabled('undo')),
      edit('Redo', 'redo', 'Ctrl+Shift+Z', !readOnly && document.queryCommandEnabled('redo')),
    ],
    [
      edit('Cut', 'cut', 'Ctrl+X', !readOnly && isSelected),
      edit('Copy', 'copy', 'Ctrl+C', isSelected),
      { label: 'Paste', keys: 'Ctrl+V', isDisabled: readOnly, run: () => void pasteHere() },
    ],
    [edit('Select all', 'selectAll', 'Ctrl+A', value !== '')],
  ];
}
