import type { ReactNode } from 'react';
import { Button } from '../../../ui/button';
import { FileRow } from '../attachment-list';
import listStyles from '../attachment-list.module.css';
import styles from './source-form.module.css';
import type { SourceFormState } from './use-source-form';

interface FilesFieldsetProps {
  form: SourceFormState;
  /** The list of the files that the source has already. */
  existingFiles: ReactNode;
}

/** The files of the source. New ones are picked, or dropped or pasted anywhere on the form. */
export function FilesFieldset({ form, existingFiles }: FilesFieldsetProps) {
  const { files, picked } = form;
  const copiedCount = picked?.from === 'library' ? picked.librarySource.files : 0;
  return (
    <fieldset className={styles.group}>
      <legend>Files</legend>
      {existingFiles}
      {copiedCount > 0 && (
        <p className={styles.aside}>
          {copiedCount === 1 ? 'Its file is' : `Its ${copiedCount} files are`} copied from the other article.
        </p>
      )}
      {files.length > 0 && (
        <ul className={listStyles.files} aria-label="New files">
          {files.map((file) => (
            <FileRow
              key={file.sha256}
              file={file}
              addedAt={null}
              state={undefined}
              renderButtons={(nameId) => (
                <Button kind="quiet" aria-describedby={nameId} onPress={() => form.removeFile(file)}>
                  Remove
                </Button>
              )}
            />
          ))}
        </ul>
      )}
      <Button onPress={form.pickFiles}>Attach files</Button>
      <p className={styles.aside}>Or drop them here, or paste a picture. Copies are kept with the article.</p>
    </fieldset>
  );
}
