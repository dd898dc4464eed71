import { longestLine } from '../../../shared/domain/primitives';
import { type Source, sourceKindLabels, sourceKinds } from '../../../shared/domain/source';
import { Checkbox } from '../../ui/checkbox';
import { Choices } from '../../ui/choices';
import { Field } from '../../ui/field';
import type { SourceDraft, SourceProblems } from './source-draft';
import styles from './source-form.module.css';
import { SourceTitle } from './source-title';

interface SourceFieldsetProps {
  draft: SourceDraft;
  change: (change: Partial<SourceDraft>) => void;
  problems: SourceProblems;
  /** Those of this article, to be picked again. */
  sources: readonly Source[];
  onPick: (source: Source) => void;
}

const kinds = sourceKinds.map((kind) => ({ value: kind, label: sourceKindLabels[kind] }));

/** What is known of the source itself. */
export function SourceFieldset({ draft, change, problems, sources, onPick }: SourceFieldsetProps) {
  const person = draft.kind === 'person';
  return (
    <>
      <SourceTitle
        label={person ? 'Name' : 'Title'}
        sources={sources}
        value={draft.title}
        onChange={(title) => change({ title })}
        onPick={onPick}
        problem={problems.title ?? null}
      />
      <Choices
        label="Kind of source"
        choices={kinds}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className={styles.pair}>
        {!person && (
          <Field
            label="Author"
            maxLength={longestLine}
            value={draft.author}
            onChange={(author) => change({ author })}
          />
        )}
        <Field
          label={person ? 'Organisation' : 'Publisher'}
          maxLength={longestLine}
          value={draft.publisher}
          onChange={(publisher) => change({ publisher })}
        />
      </div>
      <Field
        label="URL"
        value={draft.url}
        onChange={(url) => change({ url })}
        problem={problems.url ?? null}
        placeholder="https://"
      />
      <div className={styles.pair}>
        {!person && (
          <Field
            label="Published"
            value={draft.publishedAt}
            onChange={(publishedAt) => change({ publishedAt })}
            problem={problems.publishedAt ?? null}
            placeholder="2026-11-24"
          />
        )}
        <Field
          label={person ? 'Spoken to' : 'Read on'}
          value={draft.accessedAt}
          onChange={(accessedAt) => change({ accessedAt })}
          problem={problems.accessedAt ?? null}
          placeholder="2026-11-24"
        />
      </div>
      <Checkbox isSelected={draft.primary} onChange={(primary) => change({ primary })}>
        Primary source
      </Checkbox>
    </>
  );
}
