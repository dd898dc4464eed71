import type { Locator } from '@playwright/test';
import * as fc from 'fast-check';
import { statusLooks, verdicts, verdictTraits } from '#shared/domain/base/verdict.ts';
import { getReviewQueue } from '#shared/domain/claims/review-queue.ts';
import { closeDrawer, pressKey } from '../app/input.ts';
import type { Walker } from '../app/walker.ts';
import { deriveExpectedClaims } from '../laws/expected-claims.ts';
import { editClaim, setVerdict, undoOrRedo } from '../model/changes.ts';
import { findCurrentClaim, findKeyTarget, fromScreen, type Model, recordChange } from '../model/model.ts';
import { anyIndex, createCommand, pick } from './command.ts';

const isInQueue = (model: Readonly<Model>) => model.isInQueue === true;
/** In a small window, neither the card nor the list may show which claim is the current one. */
const isClaimKnown = (model: Readonly<Model>) => isInQueue(model) && model.currentClaimId !== fromScreen;

/** The queue goes on to another claim, or closes when it is empty. */
function expectNextClaim(model: Model): void {
  model.currentClaimId = fromScreen;
  model.isInQueue = fromScreen;
  model.selection = fromScreen;
}

/** The current claim, and whether it is the only one that waits. */
function findWaiting(walker: Walker, claimId: string | undefined) {
  const waiting = getReviewQueue(walker.stored.review, walker.stored.draft);
  const isWaiting = waiting.some(({ claim }) => claim.id === claimId);
  return { isWaiting, isLast: isWaiting && waiting.length === 1 };
}

/** After the last claim the queue closes, and no claim is the current one. */
function expectEnd(model: Model): void {
  model.currentClaimId = null;
  model.isInQueue = false;
}

/** Moves the focus from the row of another claim to the queue, because keys would act on the claim of the row. */
async function leaveRow({ focusedRowClaimId, currentClaimId }: Model, walker: Walker): Promise<void> {
  if (focusedRowClaimId !== null && focusedRowClaimId !== currentClaimId)
    await walker.stet.queue.section.focus();
}

export const queueCommands = [
  createCommand('Go to an unplaced claim by its row', anyIndex, {
    canRun: ({ isInQueue, content }) => isInQueue === false && content.draft > 1,
    async perform(model, walker, index) {
      const unplacedIds = new Set(deriveExpectedClaims(walker.stored).unplaced.map(({ id }) => id));
      const rows: Locator[] = [];
      for (const row of await walker.stet.claims.nav.locator('[data-claim-row]').all())
        if (unplacedIds.has((await row.getAttribute('data-claim')) ?? '')) rows.push(row);
      const row = pick(rows, index);
      if (!row) return 'none is listed';
      await row.click();
      expectNextClaim(model);
      return `one of ${rows.length}`;
    },
  }),
  createCommand('Go to a claim by its row in the queue', anyIndex, {
    canRun: (model) => isInQueue(model) && model.list === 'claims',
    async perform(model, walker, index) {
      const rows = walker.stet.claims.nav.locator('[data-claim-row]');
      const count = await rows.count();
      if (count === 0) return 'no row';
      await rows.nth(index % count).click();
      // The queue goes on to a claim that needs the reviewer, and closes for any other claim.
      expectNextClaim(model);
      return `row ${(index % count) + 1}`;
    },
  }),
  createCommand('Set a verdict in the queue', fc.constantFrom(...verdicts), {
    canRun: isClaimKnown,
    async perform(model, walker, verdict) {
      // An unplaced claim can't be judged: the keys do nothing then.
      const claim = findKeyTarget(model);
      const { isLast } = findWaiting(walker, claim?.id);
      await pressKey(walker, verdictTraits[verdict].key);
      if (claim) setVerdict(model, claim.id, verdict);
      if (claim && claim.verdict !== verdict && claim.verdict !== 'unchecked')
        model.expectedNotice = `${statusLooks[claim.verdict].inSentence} → ${statusLooks[verdict].inSentence}`;
      expectNextClaim(model);
      if (claim && isLast) expectEnd(model);
      return verdictTraits[verdict].key.toUpperCase();
    },
  }),
  createCommand('Leave a claim of the queue as before by Enter', fc.constant(null), {
    canRun: isClaimKnown,
    async perform(model, walker) {
      const claim = findCurrentClaim(model);
      const isJudged = claim !== undefined && claim.verdict !== 'unchecked';
      const { isWaiting, isLast } = findWaiting(walker, claim?.id);
      // Enter on a control would press it.
      await walker.stet.queue.section.focus();
      await walker.page.keyboard.press('Enter');
      if (isJudged && isWaiting) recordChange(model, 'claim.verdict', { ...model.content });
      else if (isJudged) model.expectedActions.push('claim.verdict?');
      expectNextClaim(model);
      if (isJudged && isLast) expectEnd(model);
      return claim?.verdict ?? 'a claim without a place';
    },
  }),
  createCommand('Retire a claim in the queue', fc.constant(null), {
    canRun: isClaimKnown,
    async perform(model, walker) {
      const claim = findCurrentClaim(model);
      await leaveRow(model, walker);
      await pressKey(walker, 'Backspace');
      if (claim) editClaim(model, claim.id, 'claim.retire', { span: null });
      else model.expectedActions.push('claim.retire?');
      expectNextClaim(model);
      return undefined;
    },
  }),
  createCommand('Choose a candidate in the queue', fc.constantFrom('1', '2'), {
    canRun: isInQueue,
    async perform(model, walker, key) {
      const count = await walker.stet.queue.candidates.count();
      await leaveRow(model, walker);
      await pressKey(walker, key);
      if (Number(key) <= count) {
        recordChange(model, 'claim.attach', { ...model.content });
        model.fieldsFromDisk.push('spans');
      }
      expectNextClaim(model);
      return `${key} of ${count}`;
    },
  }),
  createCommand('Go on in the queue', fc.constantFrom('j', 'k', 'p'), {
    canRun: isInQueue,
    async perform(model, walker, key) {
      await pressKey(walker, key);
      expectNextClaim(model);
      return key.toUpperCase();
    },
  }),
  createCommand('Undo in the queue', fc.constant(null), {
    canRun: (model) => isInQueue(model) && model.undo.length > 0,
    async perform(model, walker) {
      await pressKey(walker, 'ControlOrMeta+z');
      undoOrRedo(model, 'undo');
      expectNextClaim(model);
      return undefined;
    },
  }),
  createCommand('Leave the queue', fc.constant(null), {
    canRun: isInQueue,
    async perform(model, walker) {
      // Escape closes a panel that covers the queue first.
      const wasCovered = await closeDrawer(walker);
      await pressKey(walker, 'Escape');
      expectNextClaim(model);
      model.isInQueue = false;
      return wasCovered ? 'after the panel over it' : undefined;
    },
  }),
];
