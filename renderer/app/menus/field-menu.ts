import { client } from '../../state/client';
import type { MenuEntry } from '../../state/context-menu';
import { say } from '../../state/notices';

type Field = HTMLInputElement | HTMLTextAreaElement;

async function paste(): Promise<void> {
  const answer = await client.call('app.paste', null);
  if (!answer.ok) say(answer.error.message);
}

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
      // A page may not read the clipboard: main does what the key would do.
      { label: 'Paste', keys: 'Ctrl+V', isDisabled: readOnly, run: () => void paste() },
    ],
    [edit('Select all', 'selectAll', 'Ctrl+A', value !== '')],
  ];
}
