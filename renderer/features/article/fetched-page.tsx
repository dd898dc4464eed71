import { formatDateTime } from '../../../shared/text/format/format-dates';
import { formatFileSize } from '../../../shared/text/format/format-file-size';
import { useFileStates } from '../../state/files/file-states';
import { openStoredFile } from '../../state/files/vault';
import { useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { InlineList } from '../../ui/text/inline-list';
import styles from './fetched-page.module.css';

/** For a draft from the web: its address, when it was fetched, and the stored page. */
export function FetchedPage() {
  const { articleId, draft } = useSession();
  const { id, origin } = draft;
  const state = useFileStates((files) => (files.articleId === articleId ? files.states.get(id) : undefined));
  if (origin.kind !== 'web') return null;
  const time = formatDateTime(origin.fetchedAt, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const facts = [`Fetched ${time}`, formatFileSize(origin.bytes), state];
  return (
    <section className={styles.page} aria-label="Fetched page">
      <p>
        <InlineList parts={facts} />
      </p>
      <p className={styles.address} dir="ltr">
        {origin.url}
      </p>
      <p className={styles.checksum}>SHA-256 {origin.sha256}</p>
      <Button kind="quiet" onPress={() => void openStoredFile(articleId, { id, name: origin.name })}>
        Open the stored page
      </Button>
    </section>
  );
}
