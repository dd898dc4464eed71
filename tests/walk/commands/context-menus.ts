import * as fc from 'fast-check';
import { judgedVerdicts, statusLooks } from '#shared/domain/base/verdict.ts';
import { locateSpan } from '../app/input.ts';
import type { Walker } from '../app/walker.ts';
import { deleteClaim, setVerdict } from '../model/changes.ts';
import { fromScreen, getPlacedClaims, type Model, type PlacedClaim } from '../model/model.ts';
import { anyIndex, createCommand, pick } from './command.ts';

const anyChoice = fc.record({
  index: anyIndex,
  target: fc.constantFrom('row', 'mark'),
  entry: fc.constantFrom(...judgedVerdicts, 'delete', 'Escape'),
});

/** Opens the context menu of a claim with a right click on its row or its mark. Resolves to false when it is not in view. */
async function openMenu(model: Model, walker: Walker, claim: PlacedClaim, target: string): Promise<boolean> {
  const { page, stet } = walker;
  if (target === 'row') {
    const row = stet.claims.nav.locator(`[data-claim-row][data-claim="${claim.id}"]`);
    if (!(await row.isVisible())) return false;
    await row.click({ button: 'right' });
    return true;
  }
  const middle = (claim.span.start + claim.span.end) >> 1;
  const overlapping = getPlacedClaims(model).filter(({ span }) => span.start <= middle && span.end > middle);
  const points = overlapping.length === 1 ? await locateSpan(walker, claim.span) : null;
  if (!points) return false;
  await page.mouse.click(points.middle.x, points.middle.y, { button: 'right' });
  return true;
}

export const contextMenuCommands = [
  createCommand('Choose from the context menu of a claim', anyChoice, {
    canRun: (model) =>
      model.isInQueue === false && model.selection === null && getPlacedClaims(model).length > 0,
    async perform(model, walker, { index, target, entry }) {
      const claims = getPlacedClaims(model);
      const claim = pick(claims, index);
      if (!claim || !(await openMenu(model, walker, claim, target))) return 'not in view';
      const menu = walker.page.getByRole('menu');
      await menu.waitFor();
      model.currentClaimId = fromScreen;
      model.selection = fromScreen;
      const label =
        entry === 'delete' ? 'Delete claim' : entry === 'Escape' ? null : statusLooks[entry].label;
      if (label === null) await walker.page.keyboard.press('Escape');
      else await menu.getByRole('menuitem', { name: label }).click();
      if (entry === 'delete') deleteClaim(model, claim.id);
      else if (entry !== 'Escape') setVerdict(model, claim.id, entry);
      return `${entry}, on the ${target} of claim ${claims.indexOf(claim) + 1}`;
    },
  }),
];
