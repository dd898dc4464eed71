import { type ClipboardEvent, useContext, useEffect, useState } from 'react';
import {
  ComboBox,
  ComboBoxStateContext,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { client } from '#renderer/window/state/base/client.ts';
import optionListStyles from '#renderer/window/ui/choices/option-list.module.css';
import { SegmentedChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { SelectField } from '#renderer/window/ui/choices/select-field.tsx';
import fieldStyles from '#renderer/window/ui/fields/field.module.css';
import { Checkbox, Field } from '#renderer/window/ui/fields/field.tsx';
import { getFieldDirection } from '#renderer/window/ui/fields/field-direction.ts';
import { InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import type { LibrarySource } from '#shared/contract/commands/library-commands.ts';
import { maxLineLength } from '#shared/domain/base/primitives.ts';
import {
  type Source,
  type SourceTextField,
  sourceFieldTraits,
  sourceKindLabels,
  sourceKinds,
  sourceStandingLabels,
} from '#shared/domain/base/source.ts';
import { getFallbackTitle, isTextFieldOfKind, rankSource } from '#shared/domain/base/source-fields.ts';
import { isReliable } from '#shared/domain/base/source-standing.ts';
import { parseAddress } from '#shared/references/addresses.ts';
import { isolate } from '#shared/text/format/wording.ts';
import { groupBy } from '#shared/text/sequences/group-by.ts';
import { listKeys } from '#shared/text/sequences/records.ts';
import { fillInFromPaste } from '../base/add-to-form.ts';
import { getSourceFieldLabel } from '../base/source-field-labels.ts';
import { type SourceFormValues, toSourceValues } from '../base/source-form-values.ts';
import type { PickedSource } from '../base/unsaved-forms.ts';
import type { SourceFormState } from '../base/use-source-form.ts';
import styles from './source-form.module.css';

interface ClassificationFieldsProps {
  values: SourceFormValues;
  change: (changed: Partial<SourceFormValues>) => void;
  origins: readonly Source[];
}

/** How far one can rely on the source, and what may be said of it: primary, secondary, confidential, derived from another. */
function ClassificationFields({ values, change, origins }: ClassificationFieldsProps) {
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
          <p className="small-muted">
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

interface Suggestion {
  id: string;
  source: Source;
  picked: PickedSource;
  /** The other article that it comes from; null for a source of this article. */
  articleTitle: string | null;
}

/** At most this many sources of this article are suggested. Typing more narrows the search. */
const maxSuggestions = 20;
/** How long after the last key other articles are searched, in milliseconds. */
const searchDelayMs = 120;

/** Suggests the sources of this article and of others that match a query; none while `sources` is null. */
function useSuggestions(articleId: string, sources: readonly Source[] | null, query: string): Suggestion[] {
  const [librarySources, setLibrarySources] = useState<readonly LibrarySource[]>([]);
  const trimmedQuery = sources === null ? '' : query.trim();

  useEffect(() => {
    if (trimmedQuery === '') {
      setLibrarySources([]);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await client.call('library.sources', { articleId, query: trimmedQuery });
      // An unreadable library only means fewer suggestions, so no error is shown.
      if (isCurrent) setLibrarySources(answer.ok ? answer.value : []);
    }, searchDelayMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [articleId, trimmedQuery]);

  if (sources === null || trimmedQuery === '') return [];
  return [
    ...suggestOwnSources(sources, trimmedQuery),
    ...librarySources
      .filter(({ source }) => rankSource(source, trimmedQuery) > 0)
      .map(
        (librarySource): Suggestion => ({
          id: `${librarySource.articleId}/${librarySource.source.id}`,
          source: librarySource.source,
          picked: { from: 'library', librarySource },
          articleTitle: librarySource.articleTitle,
        }),
      ),
  ];
}

function suggestOwnSources(sources: readonly Source[], query: string): Suggestion[] {
  return sources
    .map((source) => ({ source, rank: rankSource(source, query) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.source.title.localeCompare(b.source.title))
    .slice(0, maxSuggestions)
    .map(({ source }) => ({
      id: source.id,
      source,
      picked: { from: 'article', sourceId: source.id },
      articleTitle: null,
    }));
}

interface TitleFieldProps {
  form: SourceFormState;
  suggestions: readonly Suggestion[];
  onPick: (suggestion: Suggestion) => void;
  /** Called with the pasted text, which also goes into the field. */
  onPaste: (text: string) => void;
}

/** The title of a source. Typing suggests known sources; a paste can fill in the other fields. */
function TitleField({ form, suggestions, onPick, onPaste }: TitleFieldProps) {
  const { values, errors, change } = form;
  const { title } = values;
  const error = errors.title ?? null;
  const url = title.trim() === '' ? parseAddress(values.url) : null;
  return (
    <ComboBox
      className={fieldStyles.field}
      allowsCustomValue
      menuTrigger="input"
      inputValue={title}
      onInputChange={(typed) => change({ title: typed })}
      defaultFilter={() => true}
      items={suggestions}
      isInvalid={error !== null}
      validationBehavior="aria"
      autoFocus
      onChange={(key) => {
        const suggestion = suggestions.find(({ id }) => id === key);
        if (suggestion) onPick(suggestion);
      }}
    >
      <Label className={fieldStyles.label}>{getSourceFieldLabel('title', values.kind)}</Label>
      <Input
        className={fieldStyles.input}
        dir={getFieldDirection(title)}
        maxLength={maxLineLength}
        onPaste={(event: ClipboardEvent) => onPaste(event.clipboardData.getData('text/plain'))}
      />
      {error === null && (
        <Text slot="description" className={fieldStyles.hint}>
          {url === null
            ? 'Type to find a known source, or paste a link, DOI, reference, BibTeX, RIS or CSL-JSON.'
            : `Without a title it is called “${isolate(getFallbackTitle(url))}”.`}
        </Text>
      )}
      <SuggestionOpener hasSuggestions={suggestions.length > 0} query={title} />
      <FieldError className={fieldStyles.error}>{error}</FieldError>
      <Popover className={optionListStyles.popover}>
        <ListBox<Suggestion> className={optionListStyles.list}>
          {(suggestion) => (
            <ListBoxItem
              id={suggestion.id}
              textValue={suggestion.source.title}
              className={optionListStyles.option}
            >
              <bdi>{suggestion.source.title}</bdi>
              <small>
                <InlineList parts={listFacts(suggestion)} />
              </small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Opens the list while the person types, also when suggestions from other articles arrive later. */
function SuggestionOpener({ hasSuggestions, query }: { hasSuggestions: boolean; query: string }) {
  const state = useContext(ComboBoxStateContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that the person closed stays closed
  useEffect(() => {
    if (hasSuggestions && query !== '' && state?.isFocused && !state.isOpen) state.open(null, 'input');
  }, [hasSuggestions, query]);
  return null;
}

function listFacts({ source, articleTitle }: Suggestion): (string | false | null)[] {
  return [
    sourceKindLabels[source.kind],
    source.author,
    source.publisher,
    source.confidential && 'confidential',
    !isReliable(source) && sourceStandingLabels[source.standing].toLowerCase(),
    articleTitle !== null && `in “${isolate(articleTitle)}”`,
  ];
}

interface SourceFieldsetProps {
  articleId: string;
  form: SourceFormState;
  /** The sources of this article that can be picked; null when the source is fixed. */
  sources: readonly Source[] | null;
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

export function SourceFieldset({ articleId, form, sources, origins, onPicked }: SourceFieldsetProps) {
  const { values, change, errors } = form;
  const { kind } = values;
  const suggestions = useSuggestions(articleId, form.picked ? null : sources, values.title);
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
        form={form}
        suggestions={suggestions}
        onPick={pick}
        onPaste={(text) => paste('title', text)}
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
