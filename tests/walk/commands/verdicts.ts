import * as fc from 'fast-check';
import { type Verdict, verdicts } from '../../../shared/domain/verdict';
import { pressKey } from '../app/input';
import type { Walker } from '../app/walker';
import { currentOf, meant, selectedIn, takeRow } from '../model/claims';
import { judge, mark } from '../model/changes';
import { asSeen, type World } from '../model/model';
import { command } from './command';

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
function give(world: World, verdict: Verdict): void {
  const claim = meant(world);
  const selection = selectedIn(world);
  if (claim) {
    world.selection = null;
    judge(world, claim.id, verdict);
  } else if (selection) mark(world, selection, verdict);
}

/** Whether the card shows a source that the current claim does not rest on: no verdict is given by key or menu then. */
async function isBesideSource({ selection, current, content }: World, walker: Walker): Promise<boolean> {
  const shown = walker.page.locator('#claim-card[data-source-id]');
  if (selection !== null || current === null || (await shown.count()) === 0) return false;
  const id = await shown.getAttribute('data-source-id');
  return !Object.values(content.ties).some(({ claim, source }) => claim === current && source === id);
}

const inArticle = ({ inQueue, selection, current }: Readonly<World>) =>
  !inQueue && selection !== asSeen && current !== asSeen;

export const judging = [
  command('Judge by key', keys, {
    can: inArticle,
    async act(world, walker, key) {
      const isBeside = world.row === null && (await isBesideSource(world, walker));
      await pressKey(walker, key);
      if (isBeside) return 'beside a source';
      takeRow(world);
      give(world, verdictOf[key]);
      return key.toUpperCase();
    },
  }),
  command('Judge by the menu', keys, {
    can: inArticle,
    async act(world, walker, key) {
      const isBeside = await isBesideSource(world, walker);
      await walker.stet.menu('Claim', menuOf[key]);
      if (isBeside) return 'beside a source';
      give(world, verdictOf[key]);
      return menuOf[key];
    },
  }),
  command(
    'Judge on the card',
    fc.record({ verdict: fc.constantFrom(...verdicts), arrow: fc.option(arrow) }),
    {
      can: (world) => !world.inQueue && currentOf(world) !== undefined,
      async act(world, walker, { verdict, arrow: then }) {
        const claim = currentOf(world);
        const choice = walker.stet.card.card.getByRole('radio', { name: labelOf[verdict] });
        // A form or a source may stand there instead.
        if (!claim || (await choice.count()) === 0) return 'not on the card';
        await choice.click();
        // After a click, arrows read on in the article, and choose nothing.
        if (then) await walker.page.keyboard.press(then);
        world.selection = asSeen;
        judge(world, claim.id, verdict);
        return `${labelOf[verdict]}${then ? `, and ${then}` : ''}`;
      },
    },
  ),
];
