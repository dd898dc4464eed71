import { findUncertainEncoding } from '../../../shared/import/notices';
import { encodingOptions } from '../../../shared/import/text/encodings/encoding-names';
import type { PendingImport } from '../../state/drafts/pending-imports';
import { SelectField } from '../../ui/choices/select-field';
import styles from './encoding-field.module.css';
import { readInEncoding } from './read-import';

interface EncodingFieldProps {
  pendingImport: PendingImport;
  /** Whether it is being imported, so that it can't be read anew. */
  isBusy?: boolean;
}

/** Has a file that declares no encoding read in another one. Nothing for a file whose encoding is certain. */
export function EncodingField({ pendingImport, isBusy = false }: EncodingFieldProps) {
  const encoding = findUncertainEncoding(pendingImport.notices);
  if (encoding === null) return null;
  return (
    <div className={styles.field}>
      <SelectField
        label="Encoding of the file"
        options={encodingOptions}
        value={encoding}
        onChange={(chosen) => void readInEncoding(pendingImport, chosen)}
        isDisabled={isBusy}
      />
    </div>
  );
}
