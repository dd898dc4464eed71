import * as fc from 'fast-check';
import { locateSpan } from '../app/locate-span';
import type { Walker } from '../app/walker';
import { type PlacedClaim, getPlacedClaims } from '../model/claims';
import { deleteClaim, setVerdict } from '../model/changes';
import { fromScreen, type Model } from '../model/model';
import { anyIndex, createCommand, pick } from './command';

const labelOf = { verified: 'Verified', disputed: 'Disputed', unverifiable: 'Can’t verify' } as const;

const chosen = fc.record({
  at: anyIndex,
  on: fc.constantFrom('row', 'mark'),
  entry: fc.constantFrom('verified', 'disputed', 'unverifiable', 'delete', 'Escape'),
});

/** Opens the menu of a claim, by a right click on its row or on its words; false where it can't be reached. */
async function openMenu(model: Model, walker: Walker, claim: PlacedClaim, on: string): Promise<boolean> {
  const { page, stet } = walker;
  if (on === 'row') {
    const row = stet.claims.nav.locator(`[data-claim-row][data-claim="${claim.id}"]`);
    if (!(await row.isVisible())) return false;
    await row.click({ button: 'right' });
    return true;
  }
  const middle = (claim.span.start + claim.span.end) >> 1;
  const over = getPlacedClaims(model).filter(({ span }) => span.start <= middle && span.end > middle);
  const points = over.length === 1 ? await locateSpan(walker, claim.span) : null;
  if (!points) return false;
  await page.mouse.click(points.middle.x, points.middle.y, { button: 'right' });
  return true;
}

export const contextMenuCommands = [
  createCommand('Choose from the menu of a claim', chosen, {
    canRun: (model) => model.isInQueue === false && model.selection === null && getPlacedClaims(model).length > 0,
    async perform(model, walker, { at, on, entry }) {
      const all = getPlacedClaims(model);
      const claim = pick(all, at);
      if (!claim || !(await openMenu(model, walker, claim, on))) return 'not in view';
      const menu = walker.page.getByRole('menu');
      await menu.waitFor();
      model.currentClaimId = fromScreen;
      model.selection = fromScreen;
      const name = entry === 'delete' ? 'Delete claim' : entry === 'Escape' ? null : labelOf[entry];
      if (name === null) await walker.page.keyboard.press('Escape');
      else await menu.getByRole('menuitem', { name }).click();
      if (entry === 'delete') deleteClaim(model, claim.id);
      else if (entry !== 'Escape') setVerdict(model, claim.id, entry);
      return `${entry}, of claim ${all.indexOf(claim) + 1} by its ${on}`;
    },
  }),
];
