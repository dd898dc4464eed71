import type { ReactNode } from 'react';
import { Button } from '../../../ui/button';
import { FileRow } from '../files/file-row';
import fileStyles from '../files/files.module.css';
import styles from './source-form.module.css';
import type { SourceFormState } from './use-form';

interface FilesFieldsetProps {
  form: SourceFormState;
  /** The files that the source has already. */
  had: ReactNode;
}

/** The files to be kept with the source: by dialog, or dropped or pasted anywhere on the form. */
export function FilesFieldset({ form, had }: FilesFieldsetProps) {
  const { files, picked } = form;
  const elsewhere = picked?.from === 'library' ? picked.known.files : 0;
  return (
    <fieldset className={styles.group}>
      <legend>Files</legend>
      {had}
      {elsewhere > 0 && (
        <p className={styles.aside}>
          {elsewhere === 1 ? 'Its file comes' : `Its ${elsewhere} files come`} along from the other article.
        </p>
      )}
      {files.length > 0 && (
        <ul className={fileStyles.files} aria-label="New files">
          {files.map((file) => (
            <FileRow
              key={file.sha256}
              file={file}
              addedAt={null}
              state={undefined}
              buttons={(nameId) => (
                <Button kind="quiet" aria-describedby={nameId} onPress={() => form.takeOff(file)}>
                  Take off
                </Button>
              )}
            />
          ))}
        </ul>
      )}
      <Button onPress={form.attach}>Attach files</Button>
      <p className={styles.aside}>Or drop them here, or paste a picture. Copies are kept with the article.</p>
    </fieldset>
  );
}
