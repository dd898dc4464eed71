import {
  deleteClaim,
  editClaim,
  markClaim,
  resizeClaim,
  setVerdict,
  type Written,
} from '../../shared/domain/claims/claim-edits';
import { placementOf } from '../../shared/domain/review/outline';
import type { Review } from '../../shared/domain/review/review';
import type { Source, SourceStanding } from '../../shared/domain/source';
import { mergeSources } from '../../shared/domain/sources/merge-sources';
import {
  attachEvidence,
  deleteSource,
  detachFile,
  type EvidenceFields,
  editSource,
  removeEvidence,
  type SourceFields,
  setSourceStanding,
} from '../../shared/domain/sources/source-edits';
import type { Verdict } from '../../shared/domain/verdict';
import { type Desk, type DeskArticle, placeOf } from './desk';
import { millSources, tie } from './sources';
import { millMarkdown, millSecondDraft, proposalOf } from './texts';

function entity<T>(rows: Map<string, T>, id: string): T {
  const found = rows.get(id);
  if (!found) throw new Error(`${id} is not there`);
  return found;
}

function sourceNamed(review: Review, title: string): Source {
  const found = [...review.sources.values()].find((source) => source.title === title);
  if (!found) throw new Error(`no source ${title}`);
  return found;
}

/** What a person does in the review screen, by words and titles. */
export function checker(article: DeskArticle) {
  const claims = new Map<string, string>();
  const claimId = (words: string) => claims.get(words) ?? words;
  return {
    claimId,
    async mark(words: string, verdict: Verdict = 'unchecked', written?: Partial<Written>) {
      const empty = { note: null, correction: null, claimant: null, kind: null };
      const made = await article.take(({ draft, facts }) =>
        markClaim(draft, placeOf(draft.text, words), verdict, facts, { ...empty, ...written }),
      );
      claims.set(words, made.claimId);
    },
    judge: (words: string, verdict: Verdict) =>
      article.step(({ review, draft, facts }) =>
        setVerdict(review, draft, entity(review.claims, claimId(words)), verdict, facts),
      ),
    write: (words: string, written: Partial<Written>) =>
      article.step(({ review }) => editClaim(entity(review.claims, claimId(words)), written)),
    remove: (words: string) =>
      article.step(({ review }) => deleteClaim(review, entity(review.claims, claimId(words)))),
    place: (words: string, onto: string) =>
      article.step(({ review, draft }) => {
        const placement = placementOf(review, claimId(words), draft.id);
        if (!placement) throw new Error(`${words} has no place`);
        return resizeClaim(placement, placeOf(draft.text, onto));
      }),
    letGo: (words: string) =>
      article.step(({ review, draft }) => {
        const placement = placementOf(review, claimId(words), draft.id);
        if (!placement) throw new Error(`${words} has no place`);
        const update = { before: { resolved: false }, after: { resolved: true } };
        return { action: 'claim.letGo', edits: [{ table: 'placements', id: placement.id, update }] };
      }),
    async attach(words: string, fields: SourceFields, evidence: EvidenceFields, file?: [string, string]) {
      const files = file ? [await article.keep(...file)] : [];
      await article.step(({ review, facts }) => {
        const existing = [...review.sources.values()].find(({ title }) => title === fields.title) ?? null;
        return attachEvidence(review, claimId(words), existing, { fields, files }, evidence, facts);
      });
    },
    untie: (words: string) =>
      article.step(({ review }) => {
        const tied = [...review.evidence.values()].find((one) => one.claimId === claimId(words));
        return tied ? removeEvidence(tied) : null;
      }),
    detach: (name: string) =>
      article.step(({ review }) => {
        const file = [...review.attachments.values()].find((one) => one.name === name);
        return file ? detachFile(file) : null;
      }),
    deleteSource: (title: string) =>
      article.step(({ review }) => deleteSource(review, sourceNamed(review, title))),
    derive: (title: string, from: string) =>
      article.step(({ review, facts }) => {
        const {
          id: _,
          standing: __,
          standingReason: ___,
          standingSince: ____,
          ...fields
        } = sourceNamed(review, title);
        const derived = { ...fields, derivedFrom: sourceNamed(review, from).id };
        return editSource(review, sourceNamed(review, title), { fields: derived, files: [] }, facts);
      }),
    stand: (title: string, standing: SourceStanding, reason: string | null = null) =>
      article.step(({ review, facts }) =>
        setSourceStanding(review, sourceNamed(review, title), standing, reason, facts),
      ),
    merge: (kept: string, double: string) =>
      article.step(({ review }) =>
        mergeSources(review, sourceNamed(review, kept), sourceNamed(review, double)),
      ),
  };
}

/** An article that went through everything: three drafts, sources that fell, files, undone and redone steps. */
export async function makeMill(desk: Desk): Promise<void> {
  const { articleId } = await desk.call('article.create', proposalOf('mill.md', millMarkdown));
  const article = desk.article(articleId);
  const check = checker(article);
  const { ledger, council, minutes, foreman, wages, gazette, brook } = millSources;

  await check.mark('closed in 1974', 'verified', { kind: 'date' });
  await check.attach('closed in 1974', ledger, tie({ locator: 'p. 12', quote: 'closed 12 March 1974' }), [
    'ledger.txt',
    'The mill closed 12 March 1974.\n',
  ]);
  await check.mark('1,200 people', 'disputed', {
    claimant: 'Ada Brook',
    note: 'Ledger: 1,150',
    kind: 'figure',
  });
  await check.write('1,200 people', { correction: '1,150 people' });
  await check.attach('1,200 people', foreman, tie({ stance: 'refutes', note: 'He counted them.' }));
  await check.mark('3 million pounds', 'verified');
  await check.attach('3 million pounds', council, tie({ quote: '3,000,000 pounds' }), [
    'minutes.html',
    '<p>3,000,000',
  ]);
  await check.mark('The mayor met the owners on 2 April', 'unverifiable');
  await check.attach('The mayor met the owners on 2 April', minutes, tie({ stance: 'context' }));
  await check.mark('Wages fell by 12 percent', 'verified');
  await check.attach('Wages fell by 12 percent', wages, tie());
  await check.mark('The river rose by two metres', 'verified');
  await check.attach('The river rose by two metres', gazette, tie());
  await check.mark('It never reopened');
  await check.mark('We lost a town', 'verified', { kind: 'quote' });
  await check.merge(council.title, minutes.title);
  await article.undo();
  await article.redo();
  await check.derive(gazette.title, council.title);
  // One verdict is confirmed although its source was withdrawn; the other has to be looked at again.
  await check.stand(wages.title, 'withdrawn', 'The office found an error in table 4.');
  await check.judge('Wages fell by 12 percent', 'verified');
  await check.stand(gazette.title, 'wrong');
  await check.remove('It never reopened');
  await article.undo();
  await article.draft(proposalOf('mill second.md', millSecondDraft));
  await check.letGo('Wages fell by 12 percent');
  await check.judge('1,200 people', 'disputed');
  await check.place('The mayor met the owners on 2 April', 'The mayor met the owners on 2 April. The owners');
  await desk.call('draft.correct', { articleId, claimIds: [check.claimId('1,200 people')] });
  await article.undo();
  await article.redo();
  await check.attach('We lost a town', brook, tie({ locator: '00:12:40' }), ['call.txt', 'We lost a town.']);
  await check.detach('call.txt');
  await check.deleteSource(brook.title);
  await check.untie('The river rose by two metres');
  await check.judge('3 million pounds', 'disputed');
  await article.undo();
  await article.undo();
  await article.close();
}
