import { type ReactNode, useId } from 'react';
import type { KeptFile, KeptState } from '../../../../shared/domain/attachment';
import { shownDate } from '../../../../shared/text/format/dates';
import { fileSize } from '../../../../shared/text/format/file-size';
import { Joined } from '../../../ui/text/joined';
import styles from './file-row.module.css';

interface FileRowProps {
  file: KeptFile;
  /** RFC 3339 in UTC; null while the file is not tied to a source yet. */
  addedAt: string | null;
  state: KeptState | undefined;
  /** Given the id of the name, which describes them: their own words are alike for all files. */
  buttons: (nameId: string) => ReactNode;
}

/** "PDF": the file's extension, or its media type where that says more. */
function typeWords({ name, mime }: KeptFile): string {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1];
  return extension ? extension.toUpperCase() : mime;
}

/** One file: its name, type, size, and since when it is kept. */
export function FileRow({ file, addedAt, state, buttons }: FileRowProps) {
  const nameId = useId();
  const facts = [
    typeWords(file),
    fileSize(file.bytes),
    addedAt && `added ${shownDate(addedAt.slice(0, 10))}`,
  ];
  return (
    <li className={styles.file}>
      <bdi id={nameId} className={styles.name}>
        {file.name}
      </bdi>
      <small>
        <Joined parts={facts} />
        {state !== undefined && (
          <span className={state === 'unchanged' ? styles.well : styles.wrong}> · {state}</span>
        )}
      </small>
      <div className={styles.buttons}>{buttons(nameId)}</div>
    </li>
  );
}
