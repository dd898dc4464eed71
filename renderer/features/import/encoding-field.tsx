import { useState } from 'react';
import { findUncertainEncoding } from '../../../shared/import/notices';
import { encodingOptions } from '../../../shared/import/text/encodings/encoding-names';
import type { PendingImport } from '../../state/drafts/pending-imports';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/choices/select-field';
import styles from './import-preview.module.css';
import { readInEncoding } from './read-import';

interface EncodingFieldProps {
  pendingImport: PendingImport;
  /** Whether the reviewer edited the blocks. The edits point into the text, so they are lost when another text is read. */
  hasEditedBlocks: boolean;
  /** The fields that the reviewer edited, which stay. */
  editedFields?: PendingImport['fields'];
  /** Whether it is being imported, so that it can't be read anew. */
  isBusy?: boolean;
}

/**
 * Lets the reviewer choose another encoding for a file that declares none, and has it read again. Asks first when edits of the
 * blocks would be lost. Renders nothing for a file whose encoding is certain.
 */
export function EncodingField(props: EncodingFieldProps) {
  const { pendingImport, hasEditedBlocks, editedFields = pendingImport.fields, isBusy = false } = props;
  const [asked, setAsked] = useState<string | null>(null);
  const encoding = findUncertainEncoding(pendingImport.notices);
  if (encoding === null) return null;
  const read = (chosen: string) => void readInEncoding(pendingImport, chosen, editedFields);
  return (
    <div className={styles.field}>
      <SelectField
        label="Encoding of the file"
        options={encodingOptions}
        value={asked ?? encoding}
        onChange={(chosen) => {
          if (hasEditedBlocks && chosen !== encoding) setAsked(chosen);
          else if (chosen === encoding) setAsked(null);
          else read(chosen);
        }}
        isDisabled={isBusy}
      />
      {asked !== null && (
        <div role="alert" className={styles.question}>
          <p>Reading the file again discards your changes to the blocks.</p>
          <div className={styles.buttons}>
            <Button onPress={() => setAsked(null)}>Keep my changes</Button>
            <Button onPress={() => read(asked)}>Read again</Button>
          </div>
        </div>
      )}
    </div>
  );
}
