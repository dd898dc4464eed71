import { type ReactNode, useId } from 'react';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import { useFileStates } from '#renderer/window/state/files/file-states.ts';
import { openStoredFile } from '#renderer/window/state/files/vault.ts';
import { useSession, useTopic } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import type { StoredFile, StoredFileState } from '#shared/domain/base/attachment.ts';
import { detachFile, listAttachments } from '#shared/domain/sources/evidence-edits.ts';
import { formatDate } from '#shared/text/format/format-dates.ts';
import { formatFileSize } from '#shared/text/format/numbers.ts';
import { isolate } from '#shared/text/format/wording.ts';
import styles from './attachment-list.module.css';

type NamedFile = Pick<StoredFile, 'sha256' | 'name'>;

/** Shows which of the added files were not attached because a file with the same content is there, under any name. */
export function showDuplicateFiles(added: readonly NamedFile[], existing: readonly NamedFile[]): void {
  const names = new Map(existing.map(({ sha256, name }) => [sha256, name]));
  const duplicates = added.flatMap(({ sha256, name }) => {
    const existingName = names.get(sha256);
    if (existingName !== undefined)
      return [`“${isolate(name)}” is the same file as “${isolate(existingName)}”`];
    names.set(sha256, name);
    return [];
  });
  if (duplicates.length > 0) showNotice(`Not attached twice: ${duplicates.join(', ')}.`);
}

interface FileRowProps {
  file: StoredFile;
  /** RFC 3339 in UTC; null while the file is not attached yet. */
  addedAt: string | null;
  state: StoredFileState | undefined;
  /** Gets the id of the element with the file's name, to describe the buttons: their texts are the same for all files. */
  renderButtons: (nameId: string) => ReactNode;
}

/** One file: its name, type, size and the day when it was added. */
export function FileRow({ file, addedAt, state, renderButtons }: FileRowProps) {
  const nameId = useId();
  const facts = [
    formatFileType(file),
    formatFileSize(file.bytes),
    addedAt && `added ${formatDate(addedAt.slice(0, 10))}`,
  ];
  return (
    <li className={styles.file}>
      <bdi id={nameId} className={styles.name}>
        {file.name}
      </bdi>
      <small>
        <InlineList parts={facts} />
        {state !== undefined && (
          <span className={state === 'unchanged' ? styles.unchanged : styles.damaged}> · {state}</span>
        )}
      </small>
      <div className={styles.buttons}>{renderButtons(nameId)}</div>
    </li>
  );
}

/** The extension of the file's name, such as "PDF"; the media type of a file without one. */
function formatFileType({ name, mime }: StoredFile): string {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1];
  return extension ? extension.toUpperCase() : mime;
}

export function AttachmentList({ sourceId, isEditable }: { sourceId: string; isEditable: boolean }) {
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
    <ul className={`plain-list ${styles.files}`} aria-label="Files">
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
