import { shownMoment } from '../../../shared/text/format/dates';
import { fileSize } from '../../../shared/text/format/file-size';
import { useKeptStates } from '../../state/files/kept-states';
import { openKept } from '../../state/files/vault';
import { useSession } from '../../state/review/session-context';
import { Button } from '../../ui/button';
import { Joined } from '../../ui/text/joined';
import styles from './fetched-page.module.css';

/** Of a draft that was fetched from the web: where from, when, and the copy that is kept. */
export function FetchedPage() {
  const { articleId, draft } = useSession();
  const { id, origin } = draft;
  const state = useKeptStates((found) => (found.articleId === articleId ? found.states.get(id) : undefined));
  if (origin.kind !== 'web') return null;
  const at = shownMoment(origin.fetchedAt, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const facts = [`Fetched ${at}`, fileSize(origin.bytes), state];
  return (
    <section className={styles.page} aria-label="Fetched page">
      <p>
        <Joined parts={facts} />
      </p>
      <p className={styles.address} dir="ltr">
        {origin.url}
      </p>
      <p className={styles.sum}>SHA-256 {origin.sha256}</p>
      <Button kind="quiet" onPress={() => void openKept(articleId, { id, name: origin.name })}>
        Open the page as it was kept
      </Button>
    </section>
  );
}
