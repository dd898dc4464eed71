import * as fc from 'fast-check';
import { pointsOf } from '../app/locate-span';
import type { Walker } from '../app/walker';
import { type PlacedClaim, placed } from '../model/claims';
import { deleteClaim, judge } from '../model/changes';
import { asSeen, type World } from '../model/model';
import { anyOf, command, pick } from './command';

const labelOf = { verified: 'Verified', disputed: 'Disputed', unverifiable: 'Can’t verify' } as const;

const chosen = fc.record({
  at: anyOf,
  on: fc.constantFrom('row', 'mark'),
  entry: fc.constantFrom('verified', 'disputed', 'unverifiable', 'delete', 'Escape'),
});

/** Opens the menu of a claim, by a right click on its row or on its words; false where it can't be reached. */
async function openMenu(world: World, walker: Walker, claim: PlacedClaim, on: string): Promise<boolean> {
  const { page, stet } = walker;
  if (on === 'row') {
    const row = stet.claims.nav.locator(`[data-claim-row][data-claim="${claim.id}"]`);
    if (!(await row.isVisible())) return false;
    await row.click({ button: 'right' });
    return true;
  }
  const middle = (claim.span.start + claim.span.end) >> 1;
  const over = placed(world).filter(({ span }) => span.start <= middle && span.end > middle);
  const points = over.length === 1 ? await pointsOf(walker, claim.span) : null;
  if (!points) return false;
  await page.mouse.click(points.middle.x, points.middle.y, { button: 'right' });
  return true;
}

export const menuCommands = [
  command('Choose from the menu of a claim', chosen, {
    can: (world) => world.inQueue === false && world.selection === null && placed(world).length > 0,
    async act(world, walker, { at, on, entry }) {
      const all = placed(world);
      const claim = pick(all, at);
      if (!claim || !(await openMenu(world, walker, claim, on))) return 'not in view';
      const menu = walker.page.getByRole('menu');
      await menu.waitFor();
      world.current = asSeen;
      world.selection = asSeen;
      const name = entry === 'delete' ? 'Delete claim' : entry === 'Escape' ? null : labelOf[entry];
      if (name === null) await walker.page.keyboard.press('Escape');
      else await menu.getByRole('menuitem', { name }).click();
      if (entry === 'delete') deleteClaim(world, claim.id);
      else if (entry !== 'Escape') judge(world, claim.id, entry);
      return `${entry}, of claim ${all.indexOf(claim) + 1} by its ${on}`;
    },
  }),
];
