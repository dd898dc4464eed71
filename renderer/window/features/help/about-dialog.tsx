import { useEffect, useState } from 'react';
import { client } from '#renderer/window/state/base/client.ts';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import type { Output } from '#shared/contract/commands/commands.ts';
import styles from './help.module.css';

/** The version, the runtime and the licences. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const [about, setAbout] = useState<Output<'app.about'> | null>(null);
  useEffect(() => {
    void client.call('app.about', null).then((answer) => answer.ok && setAbout(answer.value));
  }, []);
  return (
    <Dialog
      title="About Stet"
      onClose={onClose}
      footer={<DialogFooter confirmLabel="Close" onConfirm={onClose} autoFocus="confirm" />}
    >
      <p>
        <i>Stet</i> is what a proofreader writes in the margin: let it stand. Stet checks an article claim by
        claim, and keeps everything on this computer. It uses the network only when you open a page from the
        web.
      </p>
      {about && (
        <dl className={styles.facts}>
          <dt>Version</dt>
          <dd>{about.version}</dd>
          <dt>Electron</dt>
          <dd>{about.electron}</dd>
          <dt>Chromium</dt>
          <dd>{about.chrome}</dd>
          <dt>System</dt>
          <dd>{about.platform}</dd>
        </dl>
      )}
      <p className="small-muted">
        MIT licence. Set in Source Serif 4 and Inter (SIL Open Font License). Sources are cited by
        citeproc-js, © Frank Bennett (CPAL 1.0), in styles of the Citation Style Language project (CC BY-SA
        3.0).
      </p>
    </Dialog>
  );
}
