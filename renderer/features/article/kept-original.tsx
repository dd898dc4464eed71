import { getKeptOriginal, type Origin } from '../../../shared/domain/draft/draft-origin';
import { formatDateTime } from '../../../shared/text/format/format-dates';
import { formatFileSize } from '../../../shared/text/format/format-file-size';
import { useFileStates } from '../../state/files/file-states';
import { openStoredFile, saveStoredFile } from '../../state/files/vault';
import { useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { InlineList } from '../../ui/text/inline-list';
import styles from './details-dialog.module.css';

function describeArrival(origin: Origin): string {
  if (origin.kind !== 'web') return origin.name ?? '';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `Fetched ${formatDateTime(origin.fetchedAt, timeZone)}`;
}

/** For a draft from the web or from Word: where it is from, and the file or page as it is stored. */
export function KeptOriginal() {
  const { articleId, review, draft } = useSession();
  const { id } = draft;
  const state = useFileStates((files) => (files.articleId === articleId ? files.states.get(id) : undefined));
  // A file may have been kept after the draft was written.
  const origin = review.drafts.get(id)?.origin ?? draft.origin;
  const kept = getKeptOriginal(origin);
  if (!kept || origin.name === null) return null;
  const { name } = origin;
  const noun = origin.kind === 'web' ? 'page' : 'Word file';
  return (
    <section className={styles.original} aria-label={origin.kind === 'web' ? 'Fetched page' : 'Word file'}>
      <p>
        <InlineList parts={[describeArrival(origin), formatFileSize(kept.bytes), state]} />
      </p>
      {origin.kind === 'web' && (
        <p className={styles.address} dir="ltr">
          {origin.url}
        </p>
      )}
      <p className={styles.checksum}>SHA-256 {kept.sha256}</p>
      <div className={styles.buttons}>
        <Button kind="quiet" onPress={() => void openStoredFile(articleId, { id, name })}>
          {`Open the stored ${noun}`}
        </Button>
        <Button kind="quiet" onPress={() => void saveStoredFile(articleId, { id, name })}>
          Save a copy…
        </Button>
      </div>
    </section>
  );
}
