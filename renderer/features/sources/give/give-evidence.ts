import type { Source } from '../../../../shared/domain/source';
import { isSameSource } from '../../../../shared/domain/sources/duplicate-sources';
import { findTie } from '../../../../shared/domain/sources/source-use';
import { addressFields } from '../../../../shared/references/address-fields';
import { readReferences } from '../../../../shared/references/read-reference';
import type { ReferenceFields } from '../../../../shared/references/reference-fields';
import { keepFiles } from '../../../state/files/vault';
import { mention, say, settleProblems } from '../../../state/notices';
import { showPanel } from '../../../state/reading/panels';
import { currentSession } from '../../../state/review/open-review';
import { pickClaim, useReviewView } from '../../../state/review/review-view';
import type { Session } from '../../../state/review/session';
import { openTie } from '../evidence/open-tie';
import { leftOutWords, today } from '../form/fill-in';
import { addFiles } from '../form/form-files';
import { beginForm, type KeptForm, keepForm, useKeptForms } from '../form/kept-forms';
import { emptyDraft, sourceTyped } from '../form/source-draft';
import type { Given } from './given';
import { fillInFromFile, fillInQuote, fillInSource } from './given-draft';

/** Why nothing can be given to a claim here; null when it can. */
export function whyNoEvidence({ isPast, readOnly, draft }: Session): string | null {
  if (isPast) return `Draft ${draft.number} can only be read. Go back to the newest draft to attach sources.`;
  return readOnly ? 'This article can only be read, so nothing can be attached.' : null;
}

/** Fills a form with what was given, or says why not. */
function fill(formId: string, form: KeptForm, filled: ReturnType<typeof fillInSource>): void {
  settleProblems('form');
  if (filled.ok) keepForm(formId, { ...form, draft: filled.draft });
  else say(filled.problem, 'form');
}

/** A source of the article that a link leads to is used again; one that is tied to the claim opens as it is tied. */
function takeKnown(session: Session, claimId: string, form: KeptForm, source: Source): void {
  const tie = findTie(session.review, claimId, source.id);
  if (tie) {
    openTie(session, tie, form);
    return;
  }
  const known = sourceTyped(source);
  const picked = { from: 'article', sourceId: source.id } as const;
  keepForm(claimId, {
    ...form,
    base: { ...form.base, ...known },
    draft: { ...form.draft, ...known },
    picked,
  });
}

function giveSource(session: Session, claimId: string, read: ReferenceFields): void {
  const form = useKeptForms.getState()[claimId] ?? beginForm(session.articleId, emptyDraft);
  const filled = fillInSource(form.draft, read, today());
  const { kind, title, author, url } = { ...emptyDraft, author: null, url: null, ...read };
  const known = [...session.review.sources.values()].find((source) =>
    isSameSource(source, { kind, title, author, url }),
  );
  if (filled.ok && known && !form.picked) takeKnown(session, claimId, form, known);
  else fill(claimId, form, filled);
}

/** Opens the source form of a claim with what was dropped or pasted on it filled in. Nothing is stored before it is attached. */
export async function giveEvidence(claimId: string, given: Given): Promise<void> {
  const session = currentSession();
  if (!session?.review.claims.has(claimId)) return;
  const why = whyNoEvidence(session);
  if (why !== null) {
    mention(why);
    return;
  }
  const records = given.kind === 'record' ? await readReferences(given.text) : [];
  if (currentSession() !== session) return;
  settleProblems('records');
  pickClaim(claimId);
  showPanel('card');
  useReviewView.setState({ card: { show: 'attach' } });
  const form = useKeptForms.getState()[claimId] ?? beginForm(session.articleId, emptyDraft);
  const record = records.find((each) => each !== null);
  if (given.kind === 'files') {
    keepForm(claimId, form);
    await addFiles(claimId, keepFiles(session.articleId, given.files), ({ draft }, [first]) =>
      first ? { draft: fillInFromFile(draft, first.name) } : {},
    );
  } else if (given.kind === 'link')
    giveSource(session, claimId, addressFields(given.url) ?? { url: given.url });
  else if (record) {
    giveSource(session, claimId, record);
    const others = records.filter((each) => each !== record);
    if (others.length > 0) say(leftOutWords(others), 'records');
  } else fill(claimId, form, fillInQuote(form.draft, given.text));
}
