import type { Locator } from '@playwright/test';
import * as fc from 'fast-check';
import { dropDataOn, dropOn } from '../../../e2e/support/page/drop';
import type { Walker } from '../../app/walker';
import { findCurrentClaim, getPlacedClaims } from '../../model/claims';
import { attachSource } from '../../model/changes';
import { fromScreen, type Model } from '../../model/model';
import { anyIndex, createCommand, pick } from '../command';

const kinds = fc.constantFrom('link' as const, 'words' as const, 'file' as const);

/** A mark, row or card, and the claim that it stands for. */
interface Target {
  element: Locator;
  claim: string;
}

/** Where several claims lie on the same words, their mark stands for the current one, or else for the innermost. */
async function markOf({ currentClaimId: current }: Model, { stet }: Walker, id: string): Promise<Target | null> {
  const element = stet.article.text.locator(`mark[data-claims~="${id}"]`).first();
  if (!(await element.isVisible())) return null;
  const ids = ((await element.getAttribute('data-claims')) ?? '').split(' ');
  if (ids.length > 1 && current === fromScreen) return null;
  return { element, claim: ids.find((one) => one === current) ?? ids.at(-1) ?? id };
}

async function targetOf(model: Model, walker: Walker, on: string, at: number): Promise<Target | null> {
  const { card, claims } = walker.stet;
  const current = findCurrentClaim(model);
  if (on === 'card')
    return current && (await card.words.isVisible()) ? { element: card.words, claim: current.id } : null;
  const claim = pick(getPlacedClaims(model), at)?.id;
  if (claim === undefined) return null;
  if (on === 'mark') return markOf(model, walker, claim);
  const element = claims.nav.locator(`[data-claim-row][data-claim="${claim}"]`);
  return (await element.isVisible()) ? { element, claim } : null;
}

/** Attaches what was given, as a new source with a title of its own. */
async function attachGiven(
  model: Model,
  { stet, page, commandCount: steps }: Walker,
  claim: string,
  kind: string,
): Promise<void> {
  const { sourceForm: form } = stet;
  await form.title.waitFor();
  const title = kind === 'link' ? `harbour.example/step-${steps}` : `Given in step ${steps}`;
  // A file that has come gives the form its name.
  if (kind === 'file') await form.newFiles.first().waitFor();
  if (kind !== 'link') await form.title.fill(title);
  // Sources with a title like it are offered.
  if ((await form.title.getAttribute('aria-expanded')) === 'true') await page.keyboard.press('Escape');
  await form.attach.click();
  attachSource(model, claim, { title });
  model.currentClaimId = claim;
  model.selection = fromScreen;
}

const link = ({ commandCount: steps }: Walker) => `https://harbour.example/step-${steps}`;
const words = ({ commandCount: steps }: Walker) => `It was counted in step ${steps}.`;

export const dropAndPasteCommands = [
  createCommand(
    'Drop evidence on a claim',
    fc.record({ at: anyIndex, on: fc.constantFrom('row', 'mark', 'card'), kind: kinds }),
    {
      canRun: (model) => model.isInQueue === false && getPlacedClaims(model).length > 0,
      async perform(model, walker, { at, on, kind }) {
        const target = await targetOf(model, walker, on, at);
        if (!target) return 'not in view';
        const number = getPlacedClaims(model).findIndex(({ id }) => id === target.claim) + 1;
        const hint = `Drop as evidence for claim ${number}`;
        if (kind === 'link') await dropDataOn(target.element, hint, { 'text/uri-list': link(walker) });
        else if (kind === 'words') await dropDataOn(target.element, hint, { 'text/plain': words(walker) });
        else {
          const bytes = Buffer.from(`Counted in step ${walker.commandCount}`);
          await dropOn(target.element, hint, { name: 'ledger.txt', bytes });
        }
        await attachGiven(model, walker, target.claim, kind);
        return `a ${kind} on claim ${number} by its ${on}`;
      },
    },
  ),
  createCommand(
    'Paste evidence for a claim',
    fc.record({ at: anyIndex, on: fc.constantFrom('row', 'card', 'article', 'menu'), kind: kinds }),
    {
      canRun: (model) => model.isInQueue === false && model.selection === null && findCurrentClaim(model) !== undefined,
      async perform(model, walker, { at, on, kind }) {
        const { stet } = walker;
        const { sourceForm: form } = stet;
        const isOnCurrent = on === 'article' || on === 'menu';
        const target = isOnCurrent
          ? { element: stet.article.text, claim: findCurrentClaim(model)?.id ?? '' }
          : await targetOf(model, walker, on, at);
        const focused = on === 'card' ? stet.card.addSource : target?.element;
        if (!target || !focused || !(await focused.isVisible())) return 'not in view';
        await focused.focus();
        if (kind === 'file') await form.copyPicture();
        else await form.copy(kind === 'link' ? link(walker) : words(walker));
        if (on === 'menu') await stet.menu('Claim', 'Paste as evidence');
        else await walker.page.keyboard.press('ControlOrMeta+v');
        await attachGiven(model, walker, target.claim, kind);
        const number = getPlacedClaims(model).findIndex(({ id }) => id === target.claim) + 1;
        return `a ${kind} for claim ${number} by its ${on}`;
      },
    },
  ),
];
