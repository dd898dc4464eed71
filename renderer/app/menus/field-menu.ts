import type { MenuEntry } from '../../state/context-menu';
import { pasteHere } from '../../state/paste';
import { stepInField } from '../keyboard/field-undo';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What can be done with the text of a field. The field has the focus, now and when an entry is chosen. */
export function fieldMenu(field: Field): MenuEntry[][] {
  const { readOnly, selectionStart, selectionEnd, value } = field;
  const isSelected = selectionStart !== selectionEnd;
  const entry = (label: string, keys: string, isPossible: boolean, run: () => void): MenuEntry => ({
    ...{ label, keys, run },
    isDisabled: !isPossible,
  });
  const step = (label: string, command: 'undo' | 'redo', keys: string) =>
    entry(label, keys, !readOnly && document.queryCommandEnabled(command), () => stepInField(command));
  const edit = (label: string, command: string, keys: string, isPossible: boolean) =>
    entry(label, keys, isPossible, () => document.execCommand(command));
  return [
    [step('Undo', 'undo', 'Ctrl+Z'), step('Redo', 'redo', 'Ctrl+Shift+Z')],
    [
      edit('Cut', 'cut', 'Ctrl+X', !readOnly && isSelected),
      edit('Copy', 'copy', 'Ctrl+C', isSelected),
      entry('Paste', 'Ctrl+V', !readOnly, () => void pasteHere()),
    ],
    [edit('Select all', 'selectAll', 'Ctrl+A', value !== '')],
  ];
}
