import { useMemo, useRef, useState } from 'react';
import { resetAllKeys } from '../../../shared/contract/keys/change-keys';
import { type KeyBinding, resolveKeyBindings } from '../../../shared/contract/keys/key-bindings';
import { commandGroups, commandInfo, type MenuCommand, menuCommands } from '../../../shared/contract/menu-commands';
import { foldForSearch, foldQueryWords } from '../../../shared/text/characters/fold-for-search';
import { nameKey } from '../../state/keys';
import { updatePreferences, usePreferences } from '../../state/preferences';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogFooter } from '../../ui/dialog/dialog-footer';
import { SearchBox } from '../../ui/fields/search-box';
import { CommandRow } from './command-row';
import styles from './keys-dialog.module.css';
import { useKeyEdit } from './use-key-edit';

function findCommands(query: string, bindings: readonly KeyBinding[]): MenuCommand[] {
  const words = foldQueryWords(query);
  return menuCommands.filter((command) => {
    const { label, description = '' } = commandInfo[command];
    const keys = bindings.filter((binding) => binding.command === command);
    const all = foldForSearch([label, description, ...keys.map(({ chord }) => nameKey(chord))].join('\n'));
    return words.every((word) => all.includes(word));
  });
}

/**
 * All commands with their keys, to change them. The other files of this folder:
 *
 * - `use-key-edit.ts`: the steps of a change, and conflicts.
 * - `command-row.tsx`, `key-recorder.tsx`: a command, and the field that takes a new key.
 */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { keys: changes, letterKeys } = usePreferences();
  const bindings = useMemo(() => resolveKeyBindings(changes), [changes]);
  const editing = useKeyEdit(changes, bindings);
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = findCommands(query, bindings);
  const groups = commandGroups
    .map((title) => ({ title, commands: found.filter((command) => commandInfo[command].group === title) }))
    .filter(({ commands }) => commands.length > 0);
  const resetAll = () => {
    editing.cancel();
    void updatePreferences({ keys: resetAllKeys(changes) });
  };
  return (
    <Dialog
      title="Change keyboard shortcuts"
      size="wide"
      onClose={onClose}
      footer={
        <DialogFooter confirmLabel="Done" onConfirm={onClose} onCancel={resetAll} cancelLabel="Reset all" />
      }
    >
      <div className={styles.searchBar}>
        <SearchBox
          label="Find a command or key"
          placeholder="Find a command or key"
          value={query}
          onChange={setQuery}
          inputRef={input}
          onKeyDown={() => {}}
          className=""
        />
      </div>
      <p className={styles.hint}>
        Press a key below to change it.
        {!letterKeys && ' Single-letter shortcuts are turned off in Settings.'} In the review of a new draft,
        P, A, 1 to 9 and Backspace keep their meaning.
      </p>
      {groups.length === 0 && <p role="status">No results</p>}
      {groups.map(({ title, commands }) => (
        <section key={title} aria-label={title}>
          <h3 className="section-heading">{title}</h3>
          <ul className={styles.rows}>
            {commands.map((command) => (
              <CommandRow key={command} command={command} bindings={bindings} editing={editing} />
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
