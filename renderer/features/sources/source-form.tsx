import { useState } from 'react';
import type { KeptFile } from '../../../shared/domain/attachment';
import { possibleOrigins } from '../../../shared/domain/derivation';
import type { Evidence } from '../../../shared/domain/evidence';
import { attachEvidence, editEvidence } from '../../../shared/domain/source-edits';
import { client } from '../../state/client';
import { focusArticle } from '../../state/focus';
import { say } from '../../state/notices';
import { usePreferences } from '../../state/preferences';
import { useReviewView } from '../../state/review-view';
import { factsFor } from '../../state/session';
import { useSession, useShownClaim } from '../../state/session-context';
import { EvidenceFieldset } from './evidence-fieldset';
import { Files } from './files';
import { FilesFieldset } from './files-fieldset';
import { FormFrame } from './form-frame';
import type { Picked } from './kept-forms';
import { emptyDraft, evidenceTyped, sourceTyped } from './source-draft';
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

/** The files of a source that is picked from another article, now in this one's vault; null when that failed. */
async function filesFrom(articleId: string, picked: Picked | null): Promise<KeptFile[] | null> {
  if (picked?.from !== 'library' || picked.known.files === 0) return [];
  const from = { articleId: picked.known.articleId, sourceId: picked.known.source.id };
  const answer = await client.call('vault.adopt', { articleId, from });
  if (!answer.ok) {
    say(answer.error.message);
    return null;
  }
  const { files, missing } = answer.value;
  if (missing.length > 0)
    say(`These files of the source are missing or altered and did not come along: ${missing.join(', ')}.`);
  return files;
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
    draft: { ...emptyDraft, ...(tied && sourceTyped(tied)), ...(evidence && evidenceTyped(evidence)) },
    picked: null,
    files: [],
  }));
  const [busy, setBusy] = useState(false);
  const { picked } = form;
  const own = picked?.from === 'article' ? (review.sources.get(picked.sourceId) ?? null) : null;
  const existing = tied ?? own;

  const submit = async () => {
    const parsed = form.parsed();
    if (!parsed) return;
    setBusy(true);
    const adopted = await filesFrom(articleId, picked);
    setBusy(false);
    if (!adopted) return;
    const filledIn = { fields: parsed.source, files: [...form.files, ...adopted] };
    const facts = factsFor(usePreferences.getState().reviewer);
    const step =
      evidence && tied
        ? editEvidence(review, evidence, parsed.evidence, tied, filledIn, facts)
        : attachEvidence(review, claimId, own, filledIn, parsed.evidence, facts);
    if (!session.apply(step)) return;
    form.drop();
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
      onCancel={() => {
        form.drop();
        close();
      }}
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
