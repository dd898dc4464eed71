import { type FormEvent, useState } from 'react';
import type { Evidence } from '../../../shared/domain/evidence';
import type { Source } from '../../../shared/domain/source';
import { attachEvidence, editEvidence } from '../../../shared/domain/source-edits';
import { usePreferences } from '../../state/preferences';
import { useReviewView } from '../../state/review-view';
import { factsFor } from '../../state/session';
import { useSession, useShownClaim } from '../../state/session-context';
import { Button } from '../../ui/button';
import { EvidenceFieldset } from './evidence-fieldset';
import {
  emptyDraft,
  evidenceTyped,
  parseDraft,
  type SourceDraft,
  type SourceProblems,
  sourceTyped,
} from './source-draft';
import { SourceFieldset } from './source-fieldset';
import styles from './source-form.module.css';

interface SourceFormProps {
  claimId: string;
  /** The tie that is mended; null for a new one. */
  evidence: Evidence | null;
}

function close(): void {
  useReviewView.setState({ card: { show: 'claim' } });
}

/** Ties a source to the claim, or mends a tie. It stands beside the article, so that words can be copied from it. */
export function SourceForm({ claimId, evidence }: SourceFormProps) {
  const session = useSession();
  const { review } = session;
  const shown = useShownClaim(claimId);
  const tied = evidence ? (review.sources.get(evidence.sourceId) ?? null) : null;
  const [picked, setPicked] = useState<Source | null>(tied);
  const [problems, setProblems] = useState<SourceProblems>({});
  const [draft, setDraft] = useState<SourceDraft>({
    ...emptyDraft,
    ...(tied && sourceTyped(tied)),
    ...(evidence && evidenceTyped(evidence)),
  });
  const change = (part: Partial<SourceDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    // Another title typed over a picked source means another source.
    if (!evidence && part.title !== undefined)
      setPicked((before) => (before?.title === part.title ? before : null));
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseDraft(draft);
    if (!parsed.ok) return setProblems(parsed.problems);
    const { source, evidence: fields } = parsed;
    session.apply(
      evidence && tied
        ? editEvidence(evidence, fields, tied, source)
        : attachEvidence(
            claimId,
            { existing: picked, fields: source },
            fields,
            factsFor(usePreferences.getState().reviewer),
          ),
    );
    close();
  };

  const title = evidence
    ? `Evidence for claim ${shown?.number ?? ''}`
    : `Source for claim ${shown?.number ?? ''}`;
  return (
    <form
      id="claim-card"
      className={styles.form}
      aria-label={title}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      <h2>{title}</h2>
      {picked && !evidence && (
        <p className={styles.picked}>
          A source of this article. What you change here changes for every claim it is tied to.
        </p>
      )}
      <SourceFieldset
        draft={draft}
        change={change}
        problems={problems}
        sources={evidence ? [] : [...review.sources.values()]}
        onPick={(source) => {
          setPicked(source);
          change(sourceTyped(source));
        }}
      />
      <EvidenceFieldset draft={draft} change={change} />
      <div className={styles.buttons}>
        <Button onPress={close}>Cancel</Button>
        <Button kind="primary" type="submit">
          {evidence ? 'Save evidence' : 'Attach source'}
        </Button>
      </div>
    </form>
  );
}
