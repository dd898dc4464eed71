import type { ClipboardEvent } from 'react';
import { maxLineLength } from '../../../../shared/domain/primitives';
import { type Source, sourceFieldTraits, sourceKindLabels, sourceKinds, type SourceTextField } from '../../../../shared/domain/source';
import { getFallbackTitle } from '../../../../shared/domain/sources/fallback-title';
import { isTextFieldOfKind } from '../../../../shared/domain/sources/source-fields';
import { parseAddress } from '../../../../shared/references/addresses';
import { groupBy } from '../../../../shared/text/sequences/group-by';
import { listKeys } from '../../../../shared/text/sequences/records';
import { SegmentedChoice } from '../../../ui/choices/segmented-choice';
import { Field } from '../../../ui/fields/field';
import { fillInFromPaste } from '../drop-and-paste/paste-into-field';
import { getSourceFieldLabel } from '../source-field-labels';
import { ClassificationFields } from './classification-fields';
import { toSourceValues } from './source-form-values';
import styles from './source-form.module.css';
import { TitleField } from './title-field';
import type { PickedSource } from './unsaved-forms';
import type { SourceFormState } from './use-source-form';
import { type Suggestion, useSuggestions } from './use-suggestions';

interface SourceFieldsetProps {
  articleId: string;
  form: SourceFormState;
  /** The sources of this article that can be picked; null when the source is fixed. */
  sources: readonly Source[] | null;
  /** The sources that it may be derived from. */
  origins: readonly Source[];
  /** Called with the known source that was picked. Returns true when another form opens for it. */
  onPicked?: (picked: PickedSource) => boolean;
}

const kindOptions = sourceKinds.map((kind) => ({ value: kind, label: sourceKindLabels[kind] }));

/** The title has a field of its own, and what is hidden stands with the box “Confidential”. */
type FieldOfRow = Exclude<SourceTextField, 'title' | 'alsoHide'>;

/** The row of each field, in the order of the form. */
const rowOfField: Record<FieldOfRow, 'names' | 'address' | 'archive' | 'dates'> = {
  publisher: 'names',
  contact: 'names',
  author: 'names',
  url: 'address',
  archiveUrl: 'archive',
  publishedAt: 'dates',
  accessedAt: 'dates',
};
const rows = [...groupBy(listKeys(rowOfField), (field) => rowOfField[field]).values()];

/** The fields of the source itself. */
export function SourceFieldset({ articleId, form, sources, origins, onPicked }: SourceFieldsetProps) {
  const { values, change, errors } = form;
  const { kind } = values;
  const suggestions = useSuggestions(articleId, form.picked ? null : sources, values.title);
  const url = parseAddress(values.url);
  const pick = ({ source, picked }: Suggestion) => {
    if (onPicked?.(picked)) return;
    form.pick(picked, {
      ...toSourceValues(source),
      // In another article it may be derived from a source that this article does not have.
      ...(picked.from === 'library' && { derivedFrom: null }),
    });
  };
  const paste = (field: 'title' | 'url', text: string) => void fillInFromPaste(text, field, form);
  const renderField = (field: FieldOfRow) => {
    const { input } = sourceFieldTraits[field];
    return (
      <Field
        key={field}
        label={getSourceFieldLabel(field, kind)}
        value={values[field]}
        onChange={(typed) => change({ [field]: typed })}
        error={errors[field] ?? null}
        {...(input === 'line' && { maxLength: maxLineLength })}
        {...(input === 'date' && { placeholder: 'e.g. 2026-11-24' })}
        {...(field === 'contact' && { placeholder: 'e.g. e-mail' })}
        {...(field === 'url' && {
          onPaste: (event: ClipboardEvent) => paste('url', event.clipboardData.getData('text/plain')),
        })}
      />
    );
  };
  return (
    <>
      <TitleField
        label={getSourceFieldLabel('title', kind)}
        suggestions={suggestions}
        value={values.title}
        onChange={(title) => change({ title })}
        onPick={pick}
        onPaste={(text) => paste('title', text)}
        error={errors.title ?? null}
        fallbackTitle={values.title.trim() === '' && url !== null ? getFallbackTitle(url) : null}
      />
      <SegmentedChoice
        label={getSourceFieldLabel('kind')}
        options={kindOptions}
        value={kind}
        onChange={(chosen) => change({ kind: chosen })}
      />
      {rows.map((fields) => {
        const shown = fields.filter((field) => isTextFieldOfKind(field, kind)).map(renderField);
        return fields.length === 1 ? (
          shown
        ) : (
          <div key={fields[0]} className={styles.pair}>
            {shown}
          </div>
        );
      })}
      <ClassificationFields values={values} change={change} origins={origins} />
    </>
  );
}
