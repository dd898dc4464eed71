import { detachFile, listAttachments } from '../../../shared/domain/sources/attachment-edits';
import { useFileStates } from '../../state/files/file-states';
import { openStoredFile } from '../../state/files/vault';
import { useSession, useTopic } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { FileRow } from './file-row';
import styles from './attachment-list.module.css';

interface AttachmentListProps {
  sourceId: string;
  /** Whether files can be removed here. */
  isEditable: boolean;
}

/** The files attached to a source. */
export function AttachmentList({ sourceId, isEditable }: AttachmentListProps) {
  const { articleId, review, apply } = useSession();
  // Subscribes to the ids, so that the list renders again only when a file was added or removed.
  useTopic('attachments', () =>
    listAttachments(review, sourceId)
      .map(({ id }) => id)
      .join(' '),
  );
  const states = useFileStates((verified) => (verified.articleId === articleId ? verified.states : null));
  const files = listAttachments(review, sourceId);
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label="Files">
      {files.map((file) => (
        <FileRow
          key={file.id}
          file={file}
          addedAt={file.addedAt}
          state={states?.get(file.id)}
          renderButtons={(nameId) => (
            <>
              <Button
                kind="quiet"
                aria-describedby={nameId}
                onPress={() => void openStoredFile(articleId, file)}
              >
                Open
              </Button>
              {isEditable && (
                <Button kind="quiet" aria-describedby={nameId} onPress={() => apply(detachFile(file))}>
                  Remove
                </Button>
              )}
            </>
          )}
        />
      ))}
    </ul>
  );
}
