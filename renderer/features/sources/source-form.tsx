import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Evidence } from '../../../shared/domain/evidence';
import { attachEvidence, editEvidence } from '../../../shared/domain/source-edits';
import { focusArticle } from '../../state/focus';
import { usePreferences } from '../../state/preferences';
import { useReviewView } from '../../state/review-view';
import { factsFor } from '../../state/session';
import { useSession, useShownClaim } from '../../state/session-context';
import { Button } from '../../ui/button';
import { EvidenceFieldset } from './evidence-fieldset';
import { dropForm, type KeptForm, keepForm, keptForm } from './kept-forms';
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
  focusArticle();
}

/**
 * Ties a source to the claim, or mends a tie. It stands beside the article, so that words can be copied from it; what was
 * filled in stays until it is attached or cancelled.
 */
export function SourceForm({ claimId, evidence }: SourceFormProps) {
  const session = useSession();
  const { review } = session;
  const shown = useShownClaim(claimId);
  const formId = evidence?.id ?? claimId;
  const tied = evidence ? (review.sources.get(evidence.sourceId) ?? null) : null;
  const [form, setForm] = useState<KeptForm>(
    () =>
      keptForm(formId) ?? {
        draft: { ...emptyDraft, ...(tied && sourceTyped(tied)), ...(evidence && evidenceTyped(evidence)) },
        pickedId: tied?.id ?? null,
      },
  );
  const [problems, setProblems] = useState<SourceProblems>({});
  const element = useRef<HTMLFormElement>(null);
  const picked = form.pickedId === null ? undefined : review.sources.get(form.pickedId);

  const change = (part: Partial<SourceDraft>, pickedId = form.pickedId) => {
    const draft = { ...form.draft, ...part };
    // Another title typed over a picked source means another source.
    const stillPicked = evidence || draft.title === review.sources.get(pickedId ?? '')?.title;
    const next = { draft, pickedId: stillPicked ? pickedId : null };
    setForm(next);
    keepForm(formId, next);
    setProblems({});
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseDraft(form.draft);
    if (!parsed.ok) {
      flushSync(() => setProblems(parsed.problems));
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const { source, evidence: fields } = parsed;
    const facts = factsFor(usePreferences.getState().reviewer);
    const step =
      evidence && tied
        ? editEvidence(evidence, fields, tied, source)
        : attachEvidence(claimId, { existing: picked ?? null, fields: source }, fields, facts);
    if (!session.apply(step)) return;
    dropForm(formId);
    close();
  };

  const cancel = () => {
    dropForm(formId);
    close();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) cancel();
  };

  const title = evidence
    ? `Evidence for claim ${shown?.number ?? ''}`
    : `Source for claim ${shown?.number ?? ''}`;
  return (
    <form
      id="claim-card"
      ref={element}
      className={styles.form}
      aria-label={title}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <h2>{title}</h2>
      {picked && !evidence && (
        <p className={styles.picked}>
          A source of this article. What you change here changes for every claim it is tied to.
        </p>
      )}
      <SourceFieldset
        draft={form.draft}
        change={change}
        problems={problems}
        sources={evidence ? [] : [...review.sources.values()]}
        onPick={(source) => change(sourceTyped(source), source.id)}
      />
      <EvidenceFieldset draft={form.draft} change={change} />
      <div className={styles.buttons}>
        <Button onPress={cancel}>Cancel</Button>
        <Button kind="primary" type="submit">
          {evidence ? 'Save evidence' : 'Attach source'}
        </Button>
      </div>
    </form>
  );
}
