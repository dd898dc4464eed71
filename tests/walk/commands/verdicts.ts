import * as fc from 'fast-check';
import { type Verdict, verdicts } from '../../../shared/domain/verdict';
import { pressKey } from '../app/input';
import type { Walker } from '../app/walker';
import { findCurrentClaim, findVerdictTarget, getSelectedSpan, makeFocusedRowCurrent } from '../model/claims';
import { setVerdict, markClaim } from '../model/changes';
import { fromScreen, type Model } from '../model/model';
import { createCommand } from './command';

const verdictOf = { v: 'verified', d: 'disputed', x: 'unverifiable', u: 'unchecked' } as const;
const menuOf = { v: 'Verified', d: 'Disputed', x: 'Can’t verify', u: 'Unchecked' } as const;
const labelOf: Record<Verdict, string> = {
  verified: 'Verified',
  disputed: 'Disputed',
  unverifiable: 'Can’t verify',
  unchecked: 'Unchecked',
};
const keys = fc.constantFrom('v', 'd', 'x', 'u');
const arrow = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown');

/** What a verdict key means as things stand: the selected words first, then the current claim. */
function give(model: Model, verdict: Verdict): void {
  const claim = findVerdictTarget(model);
  const selection = getSelectedSpan(model);
  if (claim) {
    model.selection = null;
    setVerdict(model, claim.id, verdict);
  } else if (selection) markClaim(model, selection, verdict);
}

/** Whether the card shows a source that the current claim does not rest on: no verdict is given by key or menu then. */
async function isBesideSource({ selection, currentClaimId: current, content }: Model, walker: Walker): Promise<boolean> {
  const shown = walker.page.locator('#claim-card[data-source-id]');
  if (selection !== null || current === null || (await shown.count()) === 0) return false;
  const id = await shown.getAttribute('data-source-id');
  return !Object.values(content.evidence).some(({ claim, source }) => claim === current && source === id);
}

const inArticle = ({ isInQueue: inQueue, selection, currentClaimId: current }: Readonly<Model>) =>
  !inQueue && selection !== fromScreen && current !== fromScreen;

export const verdictCommands = [
  createCommand('Judge by key', keys, {
    canRun: inArticle,
    async perform(model, walker, key) {
      const isBeside = model.focusedRowClaimId === null && (await isBesideSource(model, walker));
      await pressKey(walker, key);
      if (isBeside) return 'beside a source';
      makeFocusedRowCurrent(model);
      give(model, verdictOf[key]);
      return key.toUpperCase();
    },
  }),
  createCommand('Judge by the menu', keys, {
    canRun: inArticle,
    async perform(model, walker, key) {
      const isBeside = await isBesideSource(model, walker);
      await walker.stet.menu('Claim', menuOf[key]);
      if (isBeside) return 'beside a source';
      give(model, verdictOf[key]);
      return menuOf[key];
    },
  }),
  createCommand(
    'Judge on the card',
    fc.record({ verdict: fc.constantFrom(...verdicts), arrow: fc.option(arrow) }),
    {
      canRun: (model) => !model.isInQueue && findCurrentClaim(model) !== undefined,
      async perform(model, walker, { verdict, arrow: then }) {
        const claim = findCurrentClaim(model);
        const choice = walker.stet.card.card.getByRole('radio', { name: labelOf[verdict] });
        // A form or a source may stand there instead.
        if (!claim || (await choice.count()) === 0) return 'not on the card';
        await choice.click();
        // After a click, arrows read on in the article, and choose nothing.
        if (then) await walker.page.keyboard.press(then);
        model.selection = fromScreen;
        setVerdict(model, claim.id, verdict);
        return `${labelOf[verdict]}${then ? `, and ${then}` : ''}`;
      },
    },
  ),
];
