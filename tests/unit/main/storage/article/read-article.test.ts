import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandName, Input } from '#shared/contract/commands/commands.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { verdicts } from '#shared/domain/base/verdict.ts';
import { deleteClaim, editClaim, markClaim, resizeClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import { getArticle, type Review } from '#shared/domain/review/review.ts';
import { type ReviewData, reviewFromData } from '#shared/domain/review/review-data.ts';
import type { Step } from '#shared/domain/review/step.ts';
import { attachEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { emptySource } from '#tests/libraries/sources.ts';
import { choose } from '#tests/unit/effort.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** An action of a reviewer. `pick` chooses the claim; `value` chooses the words, the verdict or the text. */
const action = fc.record({
  kind: fc.constantFrom(
    'mark',
    'verdict',
    'note',
    'resize',
    'delete',
    'attach',
    'title',
    'undo',
    'redo',
    'close',
    'pause',
  ),
  pick: fc.nat(),
  value: fc.nat(60),
});

type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

const facts = { by: 'Ann', at: '2026-01-01T00:00:00.000Z', newId };
const source = { ...emptySource, title: 'Ledger', primary: true };

function createStep({ kind, pick, value }: Action, review: Review, draft: Draft): Step | null {
  const span = { start: value, end: value + 5 };
  const claim = [...review.claims.values()][pick % (review.claims.size || 1)];
  if (kind === 'mark') return markClaim(draft, span, verdicts[pick % 4] ?? 'unchecked', facts).step;
  if (kind === 'title') return editArticle(getArticle(review), { title: `Title ${value}` });
  if (!claim) return null;
  const placement = findPlacement(review, claim.id, draft.id);
  if (kind === 'verdict') return setVerdict(review, draft, claim, verdicts[value % 4] ?? 'unchecked', facts);
  if (kind === 'note') return editClaim(claim, { note: value === 0 ? null : `Note ${value}` });
  if (kind === 'resize') return placement ? resizeClaim(placement, span) : null;
  if (kind === 'delete') return deleteClaim(review, claim);
  const known = [...review.sources.values()][value] ?? null;
  const evidence = { stance: 'supports', locator: null, quote: null, note: null } as const;
  return attachEvidence(review, claim.id, known, { fields: source, files: [] }, evidence, facts);
}

/** The tables with their rows sorted, so that they can be compared. */
function sortTables(data: ReviewData) {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return Object.entries(data).map(([table, entities]) => [table, [...entities].sort(byId)]);
}

test('after any sequence of actions, snapshot and history give the same review, with and without each other', async () => {
  const folder = await tempFolder();
  const law = fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (deeds) => {
    const stet = testCore(folder);
    const { articleId } = await stet.createArticle(sampleProposal());
    const open = () => stet.call('review.open', { articleId });
    for (const done of deeds) {
      const { review, draft, canUndo, canRedo } = await open();
      if (done.kind === 'close') await stet.call('review.close', { articleId });
      else if (done.kind === 'pause') stet.runScheduled();
      else if (done.kind === 'undo') canUndo && (await stet.call('review.undo', { articleId }));
      else if (done.kind === 'redo') canRedo && (await stet.call('review.redo', { articleId }));
      else {
        const step = createStep(done, reviewFromData(review), draft);
        if (step) await stet.call('review.apply', { articleId, change: { id: newId(), ...step } });
      }
    }
    const shown = await open();
    // As after a crash: nothing was closed, so this reads the last snapshot and the changes after it.
    const crashed = await testCore(folder).call('review.open', { articleId });
    await stet.core.close();
    const closed = await testCore(folder).call('review.open', { articleId });
    for (const opened of [crashed, closed]) {
      expect(sortTables(opened.review)).toEqual(sortTables(shown.review));
      expect(opened).toMatchObject({
        canUndo: shown.canUndo,
        canRedo: shown.canRedo,
        problems: [],
        readOnly: false,
      });
    }
  });
  await fc.assert(law, { numRuns: choose(10, 40) });
});

test('everything that was done can be undone to the start and redone to the end', async () => {
  const folder = await tempFolder();
  const law = fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (deeds) => {
    const stet = testCore(folder);
    const { articleId } = await stet.createArticle(sampleProposal());
    const opened = () => stet.call('review.open', { articleId });
    const first = await opened();
    for (const done of deeds) {
      const { review, draft } = await opened();
      const step = ['undo', 'redo', 'close', 'pause'].includes(done.kind)
        ? null
        : createStep(done, reviewFromData(review), draft);
      if (step) await stet.call('review.apply', { articleId, change: { id: newId(), ...step } });
    }
    const last = await opened();
    const all = async (
      name: Extract<CommandName, 'review.undo' | 'review.redo'>,
      input: Input<'review.undo'>,
    ) => {
      for (;;) {
        const { canUndo, canRedo } = await opened();
        if (name === 'review.undo' ? !canUndo : !canRedo) return;
        await stet.call(name, input);
      }
    };
    await all('review.undo', { articleId });
    expect(sortTables((await opened()).review)).toEqual(sortTables(first.review));
    await all('review.redo', { articleId });
    expect(sortTables((await opened()).review)).toEqual(sortTables(last.review));
  });
  await fc.assert(law, { numRuns: choose(5, 20) });
});
