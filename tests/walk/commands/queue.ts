import type { Locator } from '@playwright/test';
import * as fc from 'fast-check';
import { closeDrawer, pressKey } from '../app/input';
import type { Walker } from '../app/walker';
import { expectedOf } from '../laws/expected-claims';
import { currentOf, keyedOf } from '../model/claims';
import { change, judge, step } from '../model/changes';
import { asSeen, take, type World } from '../model/model';
import { anyOf, command, pick } from './command';

const inQueue = (world: Readonly<World>) => world.inQueue === true;
/** In a small window, neither the card nor the list says which claim it is. */
const isClaimKnown = (world: Readonly<World>) => inQueue(world) && world.current !== asSeen;

/** The queue goes on to another claim, or is left when none waits any more. */
function goesOn(world: World): void {
  world.current = asSeen;
  world.inQueue = asSeen;
  world.selection = asSeen;
}

/** Goes back to the claim that the queue shows from the row of another, which keys would act on. */
async function leaveRow({ row, current }: World, walker: Walker): Promise<void> {
  if (row !== null && row !== current) await walker.stet.queue.section.focus();
}

const verdictOf = { v: 'verified', d: 'disputed', x: 'unverifiable', u: 'unchecked' } as const;

export const queueCommands = [
  command('Go to a claim that waits for a place', anyOf, {
    can: ({ inQueue: isIn, content }) => isIn === false && content.draft > 1,
    async act(world, walker, at) {
      const ids = new Set(expectedOf(walker.stored).waiting.map(({ id }) => id));
      const rows = await walker.stet.claims.nav.locator('[data-claim-row]').all();
      const waiting: Locator[] = [];
      for (const row of rows) if (ids.has((await row.getAttribute('data-claim')) ?? '')) waiting.push(row);
      const row = pick(waiting, at);
      if (!row) return 'none is listed';
      await row.click();
      goesOn(world);
      return `one of ${waiting.length}`;
    },
  }),
  command('Go to a claim by its row in the queue', anyOf, {
    can: (world) => inQueue(world) && world.list === 'claims',
    async act(world, walker, at) {
      const rows = walker.stet.claims.nav.locator('[data-claim-row]');
      const count = await rows.count();
      if (count === 0) return 'no row';
      await rows.nth(at % count).click();
      // It goes along to a claim that waits, and is left for any other.
      goesOn(world);
      return `row ${(at % count) + 1}`;
    },
  }),
  command('Judge in the queue', fc.constantFrom('v', 'd', 'x', 'u'), {
    can: isClaimKnown,
    async act(world, walker, key) {
      // What stands nowhere can't be judged: the keys do nothing then.
      const claim = keyedOf(world);
      await pressKey(walker, key);
      if (claim) judge(world, claim.id, verdictOf[key]);
      goesOn(world);
      return key.toUpperCase();
    },
  }),
  command('Let a claim of the queue go', fc.constant(null), {
    can: isClaimKnown,
    async act(world, walker) {
      const claim = currentOf(world);
      await leaveRow(world, walker);
      await pressKey(walker, 'Backspace');
      if (claim) change(world, claim.id, 'claim.letGo', { span: null });
      else world.asked.push('claim.letGo?');
      goesOn(world);
      return undefined;
    },
  }),
  command('Choose a place in the queue', fc.constantFrom('1', '2'), {
    can: inQueue,
    async act(world, walker, key) {
      const places = await walker.stet.queue.places.count();
      await leaveRow(world, walker);
      await pressKey(walker, key);
      if (Number(key) <= places) {
        take(world, 'claim.attach', { ...world.content });
        world.adopts.push('places');
      }
      goesOn(world);
      return `${key} of ${places}`;
    },
  }),
  command('Go on in the queue', fc.constantFrom('j', 'k', 'p'), {
    can: inQueue,
    async act(world, walker, key) {
      await pressKey(walker, key);
      goesOn(world);
      return key.toUpperCase();
    },
  }),
  command('Undo in the queue', fc.constant(null), {
    can: (world) => inQueue(world) && world.undo.length > 0,
    async act(world, walker) {
      await pressKey(walker, 'ControlOrMeta+z');
      step(world, 'undo');
      goesOn(world);
      return undefined;
    },
  }),
  command('Leave the queue', fc.constant(null), {
    can: inQueue,
    async act(world, walker) {
      // A panel that lies over it goes first.
      const lay = await closeDrawer(walker);
      await pressKey(walker, 'Escape');
      goesOn(world);
      world.inQueue = false;
      return lay ? 'after the panel over it' : undefined;
    },
  }),
];
