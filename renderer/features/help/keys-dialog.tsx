import { usePreferences } from '../../state/preferences';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import styles from './help.module.css';

export interface KeyGroup {
  title: string;
  keys: readonly { keys: readonly string[]; does: string }[];
}

interface KeysDialogProps {
  groups: readonly KeyGroup[];
  onClose: () => void;
}

export function KeysDialog({ groups, onClose }: KeysDialogProps) {
  const letterKeys = usePreferences((preferences) => preferences.letterKeys);
  return (
    <Dialog
      title="Keys"
      size="wide"
      onClose={onClose}
      buttons={
        <Button kind="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      {!letterKeys && <p>Single letters are switched off in Settings; keys with Ctrl work.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div className={styles.groups} tabIndex={0}>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
