import * as fc from 'fast-check';
import { pressKey } from '../app/input';
import { pointsOf } from '../app/locate-span';
import type { Walker } from '../app/walker';
import { expectedOf, isListed } from '../laws/expected-claims';
import { placed } from '../model/claims';
import { asSeen, type World } from '../model/model';
import { anyOf, command, pick } from './command';
import { select, spanOf, words } from './word-range';

const hasClaims = (world: Readonly<World>) => !world.inQueue && placed(world).length > 0;

/** Another claim is the current one: no words stay selected that the next key would be taken for. */
function goTo(world: World, id: string | null): void {
  world.current = id;
  world.selection = null;
  world.leadsTo = placed(world).find((claim) => claim.id === id)?.span.start ?? null;
}

/** The claims whose numbers in the margin can be pressed: in view, and not under the bar. */
function numbersToPress({ stet }: Walker): Promise<string[]> {
  return stet.article.text.evaluate((text) =>
    [...text.querySelectorAll('button[data-claim]')].flatMap((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return button.contains(hit) ? (button.getAttribute('data-claim') ?? []) : [];
    }),
  );
}

/** The claims that the list shows, in its order. */
function listed(world: World, walker: Walker) {
  return expectedOf(walker.stored).claims.filter((claim) => isListed(claim, world.filter));
}

export const going = [
  command('Go to a claim by its row', fc.record({ at: anyOf, selected: fc.option(words) }), {
    can: (world) => hasClaims(world) && world.list === 'claims',
    async act(world, walker, { at, selected }) {
      const rows = walker.stet.claims.nav.locator('[data-claim-row]').filter({ hasText: /^\d/ });
      const count = await rows.count();
      if (count === 0) return 'no row';
      // What is selected when another claim is gone to must not stay so.
      const isSelected = selected && (await select(world, walker, spanOf(walker, selected)));
      const row = rows.nth(at % count);
      const id = await row.getAttribute('data-claim');
      await row.click();
      goTo(world, id);
      const number = placed(world).findIndex((claim) => claim.id === id) + 1;
      return `claim ${number}${isSelected ? ', with words selected' : ''}`;
    },
  }),
  command('Go to a claim by its number in the margin', anyOf, {
    can: hasClaims,
    async act(world, walker, at) {
      const id = pick(await numbersToPress(walker), at);
      if (id === undefined) return 'none is in view';
      const button = walker.stet.article.text.locator(`button[data-claim="${id}"]`);
      const number = Number.parseInt((await button.textContent()) ?? '', 10);
      await button.click();
      goTo(world, id);
      return `claim ${number}`;
    },
  }),
  command('Click into a claim', anyOf, {
    can: (world) => hasClaims(world) && world.selection === null,
    async act(world, walker, at) {
      const all = placed(world);
      const claim = pick(all, at);
      const points = claim && (await pointsOf(walker, claim.span));
      if (!claim || !points) return 'covered';
      await walker.page.mouse.click(points.middle.x, points.middle.y);
      const middle = (claim.span.start + claim.span.end) >> 1;
      const over = all.filter(({ span }) => span.start <= middle && span.end > middle);
      const last = over.at(-1);
      if (over.length > 1) {
        const { chooser } = walker.stet.article;
        await chooser.getByRole('menuitem').last().click();
      }
      goTo(world, last?.id ?? null);
      return `claim ${all.findIndex(({ id }) => id === last?.id) + 1}, one of ${over.length}`;
    },
  }),
  command('Go on by J or K', fc.constantFrom('j', 'k'), {
    can: (world) => hasClaims(world) && world.current !== asSeen && world.selection !== asSeen,
    async act(world, walker, key) {
      const all = placed(world);
      const { current, selection } = world;
      const shown = new Set(listed(world, walker).map(({ id }) => id));
      const rows = all.filter(({ id }) => id === current || shown.has(id));
      const by = key === 'j' ? 1 : -1;
      const at = rows.findIndex(({ id }) => id === current);
      const from =
        typeof selection === 'object' && selection
          ? selection.start
          : by === 1
            ? 0
            : Number.POSITIVE_INFINITY;
      const ahead = rows.findIndex(({ span }) => span.start >= from);
      const first = by === 1 ? ahead : (ahead === -1 ? rows.length : ahead) - 1;
      const next = rows[at === -1 ? first : at + by];
      await pressKey(walker, key);
      if (next) goTo(world, next.id);
      else world.selection = null;
      return key.toUpperCase();
    },
  }),
  command('Press Escape', fc.constant(null), {
    can: ({ inQueue }) => !inQueue,
    async act(world, walker) {
      await walker.page.keyboard.press('Escape');
      world.current = asSeen;
      world.selection = asSeen;
      return undefined;
    },
  }),
];
