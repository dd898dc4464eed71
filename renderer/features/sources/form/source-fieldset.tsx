import { longestLine } from '../../../../shared/domain/primitives';
import { type Source, sourceKindLabels, sourceKinds } from '../../../../shared/domain/source';
import { standInTitle } from '../../../../shared/domain/sources/fallback-title';
import { readAddress } from '../../../../shared/references/addresses';
import { Choices } from '../../../ui/choices/choices';
import { Field } from '../../../ui/fields/field';
import { fillIn } from './fill-in';
import type { Picked } from './kept-forms';
import { sourceTyped } from './source-draft';
import styles from './source-form.module.css';
import { SourceMarks } from './source-marks';
import { SourceTitle } from './source-title';
import type { SourceFormState } from './use-form';
import { type Suggestion, useSuggestions } from './use-suggestions';

interface SourceFieldsetProps {
  articleId: string;
  form: SourceFormState;
  /** Those of this article, to be picked again; null when the source is given. */
  sources: readonly Source[] | null;
  /** What it may be derived from. */
  origins: readonly Source[];
  /** Told which known source is chosen; true when the form is left for it. */
  onPicked?: (picked: Picked) => boolean;
}

const kinds = sourceKinds.map((kind) => ({ value: kind, label: sourceKindLabels[kind] }));

/** What is known of the source itself. */
export function SourceFieldset({ articleId, form, sources, origins, onPicked }: SourceFieldsetProps) {
  const { draft, change, problems } = form;
  const suggestions = useSuggestions(articleId, form.picked ? null : sources, draft.title);
  const person = draft.kind === 'person';
  const address = readAddress(draft.url);
  const pick = ({ source, picked }: Suggestion) => {
    if (onPicked?.(picked)) return;
    // A source of another article repeats one that is not here.
    form.pick(picked, {
      ...sourceTyped(source),
      ...(picked.from === 'library' && { derivedFrom: null }),
    });
  };
  const paste = (field: 'title' | 'url', text: string) => void fillIn(text, field, form);
  return (
    <>
      <SourceTitle
        label={person ? 'Name' : 'Title'}
        suggestions={suggestions}
        value={draft.title}
        onChange={(title) => change({ title })}
        onPick={pick}
        onPaste={(text) => paste('title', text)}
        problem={problems.title ?? null}
        standIn={draft.title.trim() === '' && address !== null ? standInTitle(address) : null}
      />
      <Choices
        label="Kind of source"
        choices={kinds}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className={styles.pair}>
        <Field
          label={person ? 'Organisation' : 'Publisher'}
          maxLength={longestLine}
          value={draft.publisher}
          onChange={(publisher) => change({ publisher })}
        />
        {person ? (
          <Field
            label="Contact"
            maxLength={longestLine}
            value={draft.contact}
            onChange={(contact) => change({ contact })}
            placeholder="e.g. telephone, e-mail"
          />
        ) : (
          <Field
            label="Author"
            maxLength={longestLine}
            value={draft.author}
            onChange={(author) => change({ author })}
          />
        )}
      </div>
      <Field
        label="URL"
        value={draft.url}
        onChange={(url) => change({ url })}
        onPaste={(event) => paste('url', event.clipboardData.getData('text/plain'))}
        problem={problems.url ?? null}
      />
      {!person && (
        <Field
          label="Archived at"
          value={draft.archiveUrl}
          onChange={(archiveUrl) => change({ archiveUrl })}
          problem={problems.archiveUrl ?? null}
        />
      )}
      <div className={styles.pair}>
        {!person && (
          <Field
            label="Published"
            value={draft.publishedAt}
            onChange={(publishedAt) => change({ publishedAt })}
            problem={problems.publishedAt ?? null}
            placeholder="e.g. 2026-11-24"
          />
        )}
        <Field
          label={person ? 'Spoken to' : 'Read on'}
          value={draft.accessedAt}
          onChange={(accessedAt) => change({ accessedAt })}
          problem={problems.accessedAt ?? null}
          placeholder="e.g. 2026-11-24"
        />
      </div>
      <SourceMarks draft={draft} change={change} origins={origins} />
    </>
  );
}
