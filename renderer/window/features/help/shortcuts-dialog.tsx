import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import styles from './help.module.css';

export interface Shortcut {
  keys: readonly string[];
  description: string;
}

/** Shortcuts under one heading. */
export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

interface ShortcutsDialogProps {
  groups: readonly ShortcutGroup[];
  onClose: () => void;
}

/** The table of keyboard shortcuts. */
export function ShortcutsDialog({ groups, onClose }: ShortcutsDialogProps) {
  const letterKeys = usePreferences((preferences) => preferences.letterKeys);
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="wide"
      onClose={onClose}
      footer={
        <DialogFooter
          confirmLabel="Close"
          onConfirm={onClose}
          onCancel={() => openDialog('changeKeys')}
          cancelLabel="Change keys…"
          autoFocus="confirm"
        />
      }
    >
      {!letterKeys && (
        <p>Single-letter shortcuts are turned off in Settings. Shortcuts with Ctrl still work.</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling element has to be reachable by keyboard */}
      <div className={styles.groups} tabIndex={0}>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className="section-heading">{group.title}</h3>
            <dl>
              {group.shortcuts.map(({ keys, description }) => (
                <div key={description}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{description}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
