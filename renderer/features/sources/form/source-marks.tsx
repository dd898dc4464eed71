import type { Source } from '../../../../shared/domain/source';
import { Picker } from '../../../ui/choices/picker';
import { Checkbox } from '../../../ui/fields/checkbox';
import type { SourceDraft } from './source-draft';
import styles from './source-form.module.css';

interface SourceMarksProps {
  draft: SourceDraft;
  change: (change: Partial<SourceDraft>) => void;
  /** What it may be derived from. */
  origins: readonly Source[];
}

/** What has to be known of a source when one relies on it: primary or secondary, confidential, derived from another. */
export function SourceMarks({ draft, change, origins }: SourceMarksProps) {
  return (
    <>
      <div className={styles.pair}>
        <Checkbox
          isSelected={draft.primary}
          onChange={(primary) => change({ primary, ...(primary && { secondary: false }) })}
        >
          Primary source
        </Checkbox>
        <Checkbox
          isSelected={draft.secondary}
          onChange={(secondary) => change({ secondary, ...(secondary && { primary: false }) })}
        >
          Secondary source
        </Checkbox>
        <Checkbox isSelected={draft.confidential} onChange={(confidential) => change({ confidential })}>
          Confidential
        </Checkbox>
      </div>
      {draft.confidential && (
        <p className={styles.aside}>
          Reports say “confidential source” and what it says of the claim, and nothing else of it.
        </p>
      )}
      {origins.length > 0 && (
        <Picker
          label="Derived from"
          options={[
            { value: '', label: 'No other source' },
            ...origins.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={draft.derivedFrom ?? ''}
          onChange={(id) => change({ derivedFrom: id === '' ? null : id })}
        />
      )}
    </>
  );
}
