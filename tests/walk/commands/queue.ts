import type { Locator } from '@playwright/test';
import * as fc from 'fast-check';
import { closeDrawer, pressKey } from '../app/input';
import type { Walker } from '../app/walker';
import { deriveExpectedClaims } from '../laws/expected-claims';
import { findCurrentClaim, findKeyTarget } from '../model/claims';
import { editClaim, setVerdict, undoOrRedo } from '../model/changes';
import { fromScreen, recordChange, type Model } from '../model/model';
import { anyIndex, createCommand, pick } from './command';

const inQueue = (model: Readonly<Model>) => model.isInQueue === true;
/** In a small window, neither the card nor the list says which claim it is. */
const isClaimKnown = (model: Readonly<Model>) => inQueue(model) && model.currentClaimId !== fromScreen;

/** The queue goes on to another claim, or is left when none waits any more. */
function goesOn(model: Model): void {
  model.currentClaimId = fromScreen;
  model.isInQueue = fromScreen;
  model.selection = fromScreen;
}

/** Goes back to the claim that the queue shows from the row of another, which keys would act on. */
async function leaveRow({ focusedRowClaimId: row, currentClaimId: current }: Model, walker: Walker): Promise<void> {
  if (row !== null && row !== current) await walker.stet.queue.section.focus();
}

const verdictOf = { v: 'verified', d: 'disputed', x: 'unverifiable', u: 'unchecked' } as const;

export const queueCommands = [
  createCommand('Go to a claim that waits for a place', anyIndex, {
    canRun: ({ isInQueue: isIn, content }) => isIn === false && content.draft > 1,
    async perform(model, walker, at) {
      const ids = new Set(deriveExpectedClaims(walker.stored).waiting.map(({ id }) => id));
      const rows = await walker.stet.claims.nav.locator('[data-claim-row]').all();
      const waiting: Locator[] = [];
      for (const row of rows) if (ids.has((await row.getAttribute('data-claim')) ?? '')) waiting.push(row);
      const row = pick(waiting, at);
      if (!row) return 'none is listed';
      await row.click();
      goesOn(model);
      return `one of ${waiting.length}`;
    },
  }),
  createCommand('Go to a claim by its row in the queue', anyIndex, {
    canRun: (model) => inQueue(model) && model.list === 'claims',
    async perform(model, walker, at) {
      const rows = walker.stet.claims.nav.locator('[data-claim-row]');
      const count = await rows.count();
      if (count === 0) return 'no row';
      await rows.nth(at % count).click();
      // It goes along to a claim that waits, and is left for any other.
      goesOn(model);
      return `row ${(at % count) + 1}`;
    },
  }),
  createCommand('Judge in the queue', fc.constantFrom('v', 'd', 'x', 'u'), {
    canRun: isClaimKnown,
    async perform(model, walker, key) {
      // What stands nowhere can't be judged: the keys do nothing then.
      const claim = findKeyTarget(model);
      await pressKey(walker, key);
      if (claim) setVerdict(model, claim.id, verdictOf[key]);
      goesOn(model);
      return key.toUpperCase();
    },
  }),
  createCommand('Let a claim of the queue go', fc.constant(null), {
    canRun: isClaimKnown,
    async perform(model, walker) {
      const claim = findCurrentClaim(model);
      await leaveRow(model, walker);
      await pressKey(walker, 'Backspace');
      if (claim) editClaim(model, claim.id, 'claim.letGo', { span: null });
      else model.expectedActions.push('claim.letGo?');
      goesOn(model);
      return undefined;
    },
  }),
  createCommand('Choose a place in the queue', fc.constantFrom('1', '2'), {
    canRun: inQueue,
    async perform(model, walker, key) {
      const places = await walker.stet.queue.places.count();
      await leaveRow(model, walker);
      await pressKey(walker, key);
      if (Number(key) <= places) {
        recordChange(model, 'claim.attach', { ...model.content });
        model.fieldsFromDisk.push('spans');
      }
      goesOn(model);
      return `${key} of ${places}`;
    },
  }),
  createCommand('Go on in the queue', fc.constantFrom('j', 'k', 'p'), {
    canRun: inQueue,
    async perform(model, walker, key) {
      await pressKey(walker, key);
      goesOn(model);
      return key.toUpperCase();
    },
  }),
  createCommand('Undo in the queue', fc.constant(null), {
    canRun: (model) => inQueue(model) && model.undo.length > 0,
    async perform(model, walker) {
      await pressKey(walker, 'ControlOrMeta+z');
      undoOrRedo(model, 'undo');
      goesOn(model);
      return undefined;
    },
  }),
  createCommand('Leave the queue', fc.constant(null), {
    canRun: inQueue,
    async perform(model, walker) {
      // A panel that lies over it goes first.
      const lay = await closeDrawer(walker);
      await pressKey(walker, 'Escape');
      goesOn(model);
      model.isInQueue = false;
      return lay ? 'after the panel over it' : undefined;
    },
  }),
];
