import { useState } from 'react';
import type { Evidence } from '../../../../shared/domain/evidence';
import { possibleOrigins } from '../../../../shared/domain/sources/derivation';
import { findTie } from '../../../../shared/domain/sources/source-use';
import { focusHome } from '../../../state/focus';
import { useReviewView } from '../../../state/review/review-view';
import { useSession, useShownClaim } from '../../../state/review/session-context';
import { openTie } from '../evidence/open-tie';
import { saveEvidence } from '../evidence/save-evidence';
import { Files } from '../files/files';
import { giveEvidence } from '../give/give-evidence';
import { giveToForm } from '../give/give-to-form';
import { adoptFiles } from './adopt-files';
import { EvidenceFieldset } from './evidence-fieldset';
import { FilesFieldset } from './files-fieldset';
import { FormFrame } from './form-frame';
import type { Picked } from './kept-forms';
import { emptyDraft, evidenceTyped, mendedTyped } from './source-draft';
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
  focusHome();
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
    ...(tied && mendedTyped(tied)),
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
    if (!saveEvidence({ session, claimId, evidence, form, parsed, adopted })) return;
    form.drop();
    close();
  };

  /** A source that is tied to this claim already is no second evidence: the tie that is there opens. */
  const openPicked = (chosen: Picked) => {
    const there = chosen.from === 'article' && findTie(review, claimId, chosen.sourceId);
    const filled = there && form.latest();
    if (!filled || filled.pending > 0) return false;
    openTie(session, there, filled);
    return true;
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
      onGiven={(given) => void (evidence ? giveToForm(form, given, true) : giveEvidence(claimId, given))}
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
        onPicked={openPicked}
      />
      <EvidenceFieldset draft={form.draft} change={form.change} />
      <FilesFieldset form={form} had={existing && <Files sourceId={existing.id} editable={false} />} />
    </FormFrame>
  );
}
