import type { KeptFile } from '../../../../shared/domain/attachment';
import type { Evidence } from '../../../../shared/domain/evidence';
import type { Source } from '../../../../shared/domain/source';
import { isSameSource } from '../../../../shared/domain/sources/duplicate-sources';
import { attachEvidence, editEvidence, filesOf } from '../../../../shared/domain/sources/source-edits';
import { findTie } from '../../../../shared/domain/sources/source-use';
import { standsOf } from '../../../../shared/domain/sources/withdrawn-source';
import { factsNow } from '../../../state/review/facts';
import type { Session } from '../../../state/review/session';
import { saySame } from '../files/say-same';
import {
  fieldsOf,
  overSource,
  overStanding,
  type ParsedDraft,
  parseDraft,
  tieOf,
  withOrigin,
} from '../form/source-draft';
import type { SourceFormState } from '../form/use-form';
import { openTie } from './open-tie';

interface Saving {
  session: Session;
  claimId: string;
  /** The tie that is mended; null for a new one. */
  evidence: Evidence | null;
  form: SourceFormState;
  parsed: ParsedDraft;
  /** The files that came along from another article. */
  adopted: readonly KeptFile[];
}

/** The tie that a new one would double. */
function tieThere({ session, claimId, form: { picked }, parsed }: Saving): Evidence | undefined {
  const { review } = session;
  if (picked?.from === 'article') return findTie(review, claimId, picked.sourceId);
  for (const source of review.sources.values()) {
    const tie = isSameSource(source, parsed.source) && findTie(review, claimId, source.id);
    if (tie) return tie;
  }
  return undefined;
}

/** Stores what a source form says. False when it is not stored: it was refused, or the tie that is there was opened. */
export function saveEvidence(saving: Saving): boolean {
  const { session, claimId, evidence, form, parsed, adopted } = saving;
  const { review } = session;
  const { picked } = form;
  const there = evidence ? undefined : tieThere(saving);
  if (there) {
    openTie(session, there, { ...form, files: [...form.files, ...adopted] });
    return false;
  }
  const tied = evidence ? (review.sources.get(evidence.sourceId) ?? null) : null;
  const own = picked?.from === 'article' ? (review.sources.get(picked.sourceId) ?? null) : null;
  const existing: Source | null = tied ?? own;
  const base = parseDraft(form.base);
  const fields = existing
    ? overSource(fieldsOf(existing), base.ok ? base.source : null, parsed.source)
    : parsed.source;
  const filledIn = {
    fields: withOrigin(review, fields),
    files: [...form.files, ...adopted],
    ...(picked?.from === 'library' && { fell: standsOf(picked.known.source) }),
  };
  const now = evidence && review.evidence.get(evidence.id);
  const tie = now && overStanding(tieOf(now), base.ok ? base.evidence : null, parsed.evidence);
  const had = existing ? filesOf(review, existing.id) : [];
  const isStored = session.apply(
    tie && tied
      ? editEvidence(review, now, tie, tied, filledIn, factsNow())
      : attachEvidence(review, claimId, own, filledIn, parsed.evidence, factsNow()),
  );
  if (isStored) saySame(filledIn.files, had);
  return isStored;
}
