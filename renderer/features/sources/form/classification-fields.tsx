import { maxLineLength } from '../../../../shared/domain/primitives';
import type { Source } from '../../../../shared/domain/source';
import { SelectField } from '../../../ui/choices/select-field';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { getSourceFieldLabel } from '../source-field-labels';
import type { SourceFormValues } from './source-form-values';
import styles from './source-form.module.css';

interface ClassificationFieldsProps {
  values: SourceFormValues;
  change: (changed: Partial<SourceFormValues>) => void;
  /** The sources that it may be derived from. */
  origins: readonly Source[];
}

/** How far one can rely on the source, and what may be said of it: primary, secondary, confidential, derived from another. */
export function ClassificationFields({ values, change, origins }: ClassificationFieldsProps) {
  return (
    <>
      <div className={styles.pair}>
        <Checkbox
          isSelected={values.primary}
          onChange={(primary) => change({ primary, ...(primary && { secondary: false }) })}
        >
          Primary source
        </Checkbox>
        <Checkbox
          isSelected={values.secondary}
          onChange={(secondary) => change({ secondary, ...(secondary && { primary: false }) })}
        >
          Secondary source
        </Checkbox>
        <Checkbox isSelected={values.confidential} onChange={(confidential) => change({ confidential })}>
          Confidential
        </Checkbox>
      </div>
      {values.confidential && (
        <>
          <p className={styles.aside}>
            Named only in reports for lawyers. Those for the editor say “confidential source” and what it says
            about the claim, those for the public nothing.
          </p>
          <Field
            label={getSourceFieldLabel('alsoHide')}
            hint="Nicknames, job, project: words that would give this person away, separated by commas. Never printed; reports are searched for them."
            maxLength={maxLineLength}
            value={values.alsoHide}
            onChange={(alsoHide) => change({ alsoHide })}
          />
        </>
      )}
      {origins.length > 0 && (
        <SelectField
          label={getSourceFieldLabel('derivedFrom')}
          options={[
            { value: '', label: 'No other source' },
            ...origins.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={values.derivedFrom ?? ''}
          onChange={(id) => change({ derivedFrom: id === '' ? null : id })}
        />
      )}
    </>
  );
}
