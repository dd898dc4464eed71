import type { MenuEntry } from '../../state/context-menu';
import { nameFixedKey } from '../../state/keys';
import { pasteAtFocus } from '../../state/paste-at-focus';
import { undoOrRedoInField } from '../keyboard/field-undo';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The context menu of a text field. The field has the focus now and when an entry runs. */
export function createFieldMenu(field: Field): MenuEntry[][] {
  const { readOnly, selectionStart, selectionEnd, value } = field;
  const isSelected = selectionStart !== selectionEnd;
  const entry = (label: string, keys: string, isPossible: boolean, run: () => void): MenuEntry => ({
    ...{ label, keys, run },
    isDisabled: !isPossible,
  });
  const step = (label: string, command: 'undo' | 'redo', keys: string) =>
    entry(label, keys, !readOnly && document.queryCommandEnabled(command), () => undoOrRedoInField(command));
  const edit = (label: string, command: string, keys: string, isPossible: boolean) =>
    entry(label, keys, isPossible, () => document.execCommand(command));
  return [
    [step('Undo', 'undo', nameFixedKey('ctrl+z')), step('Redo', 'redo', nameFixedKey('ctrl+shift+z'))],
    [
      edit('Cut', 'cut', nameFixedKey('ctrl+x'), !readOnly && isSelected),
      edit('Copy', 'copy', nameFixedKey('ctrl+c'), isSelected),
      entry('Paste', nameFixedKey('ctrl+v'), !readOnly, () => void pasteAtFocus()),
    ],
    [edit('Select all', 'selectAll', nameFixedKey('ctrl+a'), value !== '')],
  ];
}
