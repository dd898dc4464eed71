import { maxLineLength } from '../../../../../shared/domain/primitives';
import { type Source, sourceKindLabels, sourceKinds } from '../../../../../shared/domain/source';
import { getFallbackTitle } from '../../../../../shared/domain/sources/fallback-title';
import { isFieldOfKind } from '../../../../../shared/domain/sources/merging/compare-sources';
import { parseAddress } from '../../../../../shared/references/addresses';
import { SegmentedChoice } from '../../../../ui/choices/segmented-choice';
import { Field } from '../../../../ui/fields/field';
import { fillInFromPaste } from '../../drop-and-paste/paste-into-field';
import { getSourceFieldLabel, sourceFieldLabels } from '../../source-field-labels';
import styles from '../source-form.module.css';
import type { PickedSource } from '../unsaved-forms';
import type { SourceFormState } from '../use-source-form';
import { toSourceValues } from '../values/source-form-values';
import { ClassificationFields } from './classification-fields';
import { TitleField } from './title-field';
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
        label={sourceFieldLabels.kind}
        options={kindOptions}
        value={kind}
        onChange={(chosen) => change({ kind: chosen })}
      />
      <div className={styles.pair}>
        <Field
          label={getSourceFieldLabel('publisher', kind)}
          maxLength={maxLineLength}
          value={values.publisher}
          onChange={(publisher) => change({ publisher })}
        />
        {isFieldOfKind('contact', kind) && (
          <Field
            label={sourceFieldLabels.contact}
            maxLength={maxLineLength}
            value={values.contact}
            onChange={(contact) => change({ contact })}
            placeholder="e.g. e-mail"
          />
        )}
        {isFieldOfKind('author', kind) && (
          <Field
            label={sourceFieldLabels.author}
            maxLength={maxLineLength}
            value={values.author}
            onChange={(author) => change({ author })}
          />
        )}
      </div>
      <Field
        label={sourceFieldLabels.url}
        value={values.url}
        onChange={(typed) => change({ url: typed })}
        onPaste={(event) => paste('url', event.clipboardData.getData('text/plain'))}
        error={errors.url ?? null}
      />
      {isFieldOfKind('archiveUrl', kind) && (
        <Field
          label={sourceFieldLabels.archiveUrl}
          value={values.archiveUrl}
          onChange={(archiveUrl) => change({ archiveUrl })}
          error={errors.archiveUrl ?? null}
        />
      )}
      <div className={styles.pair}>
        {isFieldOfKind('publishedAt', kind) && (
          <Field
            label={sourceFieldLabels.publishedAt}
            value={values.publishedAt}
            onChange={(publishedAt) => change({ publishedAt })}
            error={errors.publishedAt ?? null}
            placeholder="e.g. 2026-11-24"
          />
        )}
        <Field
          label={getSourceFieldLabel('accessedAt', kind)}
          value={values.accessedAt}
          onChange={(accessedAt) => change({ accessedAt })}
          error={errors.accessedAt ?? null}
          placeholder="e.g. 2026-11-24"
        />
      </div>
      <ClassificationFields values={values} change={change} origins={origins} />
    </>
  );
}
