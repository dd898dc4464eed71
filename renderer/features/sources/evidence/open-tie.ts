import type { Evidence } from '../../../../shared/domain/evidence';
import { mention } from '../../../state/notices';
import { useReviewView } from '../../../state/review/review-view';
import type { Session } from '../../../state/review/session';
import { beginForm, dropForm, type KeptForm, keepForm, useKeptForms } from '../form/kept-forms';
import { emptyDraft, evidenceTyped, mendedTyped } from '../form/source-draft';
import { fillOverTie } from './tie-draft';

/** Opens the evidence that ties the claim to its source already. */
export function showTie({ review, shownById }: Session, tie: Evidence): void {
  const source = review.sources.get(tie.sourceId);
  if (!source) return;
  useReviewView.setState({ card: { show: 'evidence', evidenceId: tie.id } });
  const number = shownById().get(tie.claimId)?.number;
  const claim = number === undefined ? 'this claim' : `claim ${number}`;
  mention(`“${source.title}” is attached to ${claim} already. This is its evidence.`);
}

/** The same, with what was filled in for a second tie to this source. */
export function openTie(session: Session, tie: Evidence, form: KeptForm): void {
  const { articleId, review } = session;
  const source = review.sources.get(tie.sourceId);
  if (!source) return;
  const typed = { ...emptyDraft, ...mendedTyped(source), ...evidenceTyped(tie) };
  const begun = useKeptForms.getState()[tie.id] ?? beginForm(articleId, typed);
  const known = new Set(begun.files.map(({ sha256 }) => sha256));
  const files = [...begun.files, ...form.files.filter(({ sha256 }) => !known.has(sha256))];
  keepForm(tie.id, { ...begun, draft: fillOverTie(begun.draft, form), files });
  dropForm(tie.claimId);
  showTie(session, tie);
}
