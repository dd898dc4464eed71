import { useState } from 'react';
import { possibleOrigins } from '../../../shared/domain/derivation';
import type { Evidence } from '../../../shared/domain/evidence';
import { attachEvidence, editEvidence } from '../../../shared/domain/source-edits';
import { factsNow } from '../../state/facts';
import { focusArticle } from '../../state/focus';
import { useReviewView } from '../../state/review-view';
import { useSession, useShownClaim } from '../../state/session-context';
import { adoptFiles } from './adopt-files';
import { EvidenceFieldset } from './evidence-fieldset';
import { Files } from './files';
import { FilesFieldset } from './files-fieldset';
import { FormFrame } from './form-frame';
import {
  emptyDraft,
  evidenceTyped,
  fieldsOf,
  overStanding,
  parseDraft,
  sourceTyped,
  tieOf,
  withOrigin,
} from './source-draft';
import { SourceFieldset } from './source-fieldset';
import styles from './source-form.module.css';
import { useForm } from './use-form';

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
  const { articleId, review } = session;
  const shown = useShownClaim(claimId);
  const tied = evidence ? (review.sources.get(evidence.sourceId) ?? null) : null;
  const form = useForm(evidence?.id ?? claimId, articleId, () => ({
    ...emptyDraft,
    ...(tied && sourceTyped(tied)),
    ...(evidence && evidenceTyped(evidence)),
  }));
  const [busy, setBusy] = useState(false);
  const { picked } = form;
  const own = picked?.from === 'article' ? (review.sources.get(picked.sourceId) ?? null) : null;
  const existing = tied ?? own;

  const submit = async () => {
    const parsed = form.parsed();
    if (!parsed) return;
    setBusy(true);
    const adopted = await adoptFiles(articleId, picked);
    setBusy(false);
    // Cancelled meanwhile, or left for another article.
    if (!adopted || (picked?.from === 'library' && !form.latest())) return;
    const base = parseDraft(form.base);
    const fields = existing
      ? overStanding(fieldsOf(existing), base.ok ? base.source : null, parsed.source)
      : parsed.source;
    const filledIn = {
      fields: withOrigin(review, fields),
      files: [...form.files, ...adopted],
      ...(picked?.from === 'library' && { standing: picked.known.source.standing }),
    };
    const facts = factsNow();
    const now = evidence && review.evidence.get(evidence.id);
    const step =
      now && tied
        ? editEvidence(
            review,
            now,
            overStanding(tieOf(now), base.ok ? base.evidence : null, parsed.evidence),
            tied,
            filledIn,
            facts,
          )
        : attachEvidence(review, claimId, own, filledIn, parsed.evidence, facts);
    if (!session.apply(step)) return;
    form.drop();
    close();
  };

  const leave = (drop: boolean) => {
    if (drop) form.drop();
    close();
  };

  const number = shown?.number ?? '';
  return (
    <FormFrame
      title={evidence ? `Evidence for claim ${number}` : `Source for claim ${number}`}
      form={form}
      save={evidence ? 'Save evidence' : 'Attach source'}
      isBusy={busy}
      onSubmit={() => void submit()}
      onLeave={leave}
    >
      {own && !evidence && (
        <p className={styles.picked}>
          A source of this article. What you change here changes for every claim it is tied to.
        </p>
      )}
      {picked?.from === 'library' && (
        <p className={styles.picked}>
          From “{picked.known.articleTitle}”. It is copied: what you change here stays here.
        </p>
      )}
      <SourceFieldset
        articleId={articleId}
        form={form}
        sources={evidence ? null : [...review.sources.values()]}
        origins={possibleOrigins(review, existing?.id ?? null)}
      />
      <EvidenceFieldset draft={form.draft} change={form.change} />
      <FilesFieldset form={form} had={existing && <Files sourceId={existing.id} editable={false} />} />
    </FormFrame>
  );
}
