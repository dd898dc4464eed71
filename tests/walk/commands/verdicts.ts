import * as fc from 'fast-check';
import { statusLooks, type Verdict, verdicts, verdictTraits } from '#shared/domain/base/verdict.ts';
import { pressKey } from '../app/input.ts';
import type { Walker } from '../app/walker.ts';
import { markClaim, setVerdict } from '../model/changes.ts';
import {
  findCurrentClaim,
  findVerdictTarget,
  fromScreen,
  getSelectedSpan,
  type Model,
  makeFocusedRowCurrent,
} from '../model/model.ts';
import { createCommand } from './command.ts';

const anyVerdict = fc.constantFrom(...verdicts);
const anyArrow = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown');

const describeChange = (before: Verdict, after: Verdict) =>
  `${statusLooks[before].inSentence} → ${statusLooks[after].inSentence}`;

/** Applies a verdict key to the model: it marks or judges the selected words, or else judges the current claim. */
function applyVerdictKey(model: Model, verdict: Verdict): void {
  const claim = findVerdictTarget(model);
  const selection = getSelectedSpan(model);
  if (claim) {
    model.selection = null;
    const before = claim.verdict;
    if (before !== verdict && before !== 'unchecked') model.expectedNotice = describeChange(before, verdict);
    setVerdict(model, claim.id, verdict);
  } else if (selection) markClaim(model, selection, verdict);
}

/** Whether the card shows a source that is not evidence for the current claim. Verdict keys and menus do nothing then. */
async function isOtherSourceShown(
  { selection, currentClaimId, content }: Model,
  walker: Walker,
): Promise<boolean> {
  const card = walker.page.locator('#claim-card[data-source-id]');
  if (selection !== null || currentClaimId === null || (await card.count()) === 0) return false;
  const id = await card.getAttribute('data-source-id');
  return !Object.values(content.evidence).some(
    ({ claim, source }) => claim === currentClaimId && source === id,
  );
}

const isInArticle = ({ isInQueue, selection, currentClaimId }: Readonly<Model>) =>
  !isInQueue && selection !== fromScreen && currentClaimId !== fromScreen;

export const verdictCommands = [
  createCommand('Set a verdict by key', anyVerdict, {
    canRun: isInArticle,
    async perform(model, walker, verdict) {
      const isIgnored = model.focusedRowClaimId === null && (await isOtherSourceShown(model, walker));
      await pressKey(walker, verdictTraits[verdict].key);
      if (isIgnored) return 'ignored, because the card shows another source';
      makeFocusedRowCurrent(model);
      applyVerdictKey(model, verdict);
      return verdictTraits[verdict].key.toUpperCase();
    },
  }),
  createCommand('Set a verdict by menu', anyVerdict, {
    canRun: isInArticle,
    async perform(model, walker, verdict) {
      const isIgnored = await isOtherSourceShown(model, walker);
      await walker.stet.chooseMenuItem('Claim', statusLooks[verdict].label);
      if (isIgnored) return 'ignored, because the card shows another source';
      applyVerdictKey(model, verdict);
      return statusLooks[verdict].label;
    },
  }),
  createCommand('Set a verdict by the command palette', anyVerdict, {
    canRun: isInArticle,
    async perform(model, walker, verdict) {
      const { palette } = walker.stet;
      const isIgnored = model.focusedRowClaimId === null && (await isOtherSourceShown(model, walker));
      await pressKey(walker, 'Control+k');
      await palette.field.fill(statusLooks[verdict].label);
      await palette
        .group('Actions')
        .getByRole('option', { name: statusLooks[verdict].label })
        .first()
        .click();
      if (isIgnored) return 'ignored, because the card shows another source';
      makeFocusedRowCurrent(model);
      applyVerdictKey(model, verdict);
      return statusLooks[verdict].label;
    },
  }),
  createCommand('Set a verdict on the card', fc.record({ verdict: anyVerdict, arrow: fc.option(anyArrow) }), {
    canRun: (model) => !model.isInQueue && findCurrentClaim(model) !== undefined,
    async perform(model, walker, { verdict, arrow }) {
      const claim = findCurrentClaim(model);
      const choice = walker.stet.card.card.getByRole('radio', { name: statusLooks[verdict].label });
      // The card may show a form or a source instead.
      if (!claim || (await choice.count()) === 0) return 'not on the card';
      await choice.click();
      // After a click, arrows scroll the article and choose nothing.
      if (arrow) await walker.page.keyboard.press(arrow);
      model.selection = fromScreen;
      setVerdict(model, claim.id, verdict);
      return `${statusLooks[verdict].label}${arrow ? `, and ${arrow}` : ''}`;
    },
  }),
];
