import { detachFile, filesOf } from '../../../../shared/domain/sources/source-edits';
import { useKeptStates } from '../../../state/files/kept-states';
import { openKept } from '../../../state/files/vault';
import { useSession, useTopic } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { FileRow } from './file-row';
import styles from './files.module.css';

interface FilesProps {
  sourceId: string;
  /** Whether files can be taken off here. */
  editable: boolean;
}

/** The files kept with a source. */
export function Files({ sourceId, editable }: FilesProps) {
  const { articleId, review, apply } = useSession();
  // Their ids, so that the list is only painted anew when some file came or went.
  useTopic('attachments', () =>
    filesOf(review, sourceId)
      .map(({ id }) => id)
      .join(' '),
  );
  const checked = useKeptStates((found) => (found.articleId === articleId ? found.states : null));
  const files = filesOf(review, sourceId);
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label="Files">
      {files.map((file) => (
        <FileRow
          key={file.id}
          file={file}
          addedAt={file.addedAt}
          state={checked?.get(file.id)}
          buttons={(nameId) => (
            <>
              <Button kind="quiet" aria-describedby={nameId} onPress={() => void openKept(articleId, file)}>
                Open
              </Button>
              {editable && (
                <Button kind="quiet" aria-describedby={nameId} onPress={() => apply(detachFile(file))}>
                  Take off
                </Button>
              )}
            </>
          )}
        />
      ))}
    </ul>
  );
}
