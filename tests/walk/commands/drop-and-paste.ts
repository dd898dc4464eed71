import type { Locator } from '@playwright/test';
import * as fc from 'fast-check';
import { dropDataOn, dropFilesOn } from '#tests/e2e/support/page/drop.ts';
import type { Walker } from '../app/walker.ts';
import { attachSource } from '../model/changes.ts';
import { findCurrentClaim, fromScreen, getPlacedClaims, type Model } from '../model/model.ts';
import { anyIndex, createCommand, pick } from './command.ts';

const anyKind = fc.constantFrom('link' as const, 'text' as const, 'file' as const);

/** A mark, row or card, and the claim that it belongs to. */
interface Target {
  element: Locator;
  claim: string;
}

/** The mark of a claim. Where claims overlap, a mark belongs to the current one, or else to the innermost. */
async function findMark({ currentClaimId }: Model, { stet }: Walker, id: string): Promise<Target | null> {
  const element = stet.article.text.locator(`mark[data-claims~="${id}"]`).first();
  if (!(await element.isVisible())) return null;
  const ids = ((await element.getAttribute('data-claims')) ?? '').split(' ');
  if (ids.length > 1 && currentClaimId === fromScreen) return null;
  return { element, claim: ids.find((each) => each === currentClaimId) ?? ids.at(-1) ?? id };
}

async function findTarget(model: Model, walker: Walker, kind: string, index: number): Promise<Target | null> {
  const { card, claims } = walker.stet;
  const current = findCurrentClaim(model);
  if (kind === 'card')
    return current && (await card.words.isVisible()) ? { element: card.words, claim: current.id } : null;
  const claim = pick(getPlacedClaims(model), index)?.id;
  if (claim === undefined) return null;
  if (kind === 'mark') return findMark(model, walker, claim);
  const element = claims.nav.locator(`[data-claim-row][data-claim="${claim}"]`);
  return (await element.isVisible()) ? { element, claim } : null;
}

/** Completes the form that a drop or paste has opened, and attaches a new source with a title of its own. */
async function attachDroppedSource(
  model: Model,
  { stet, page, commandCount }: Walker,
  claim: string,
  kind: string,
): Promise<void> {
  const { sourceForm: form } = stet;
  await form.title.waitFor();
  const title = kind === 'link' ? `harbour.example/step-${commandCount}` : `Given in step ${commandCount}`;
  // The form takes its title from a file once the file is stored.
  if (kind === 'file') await form.newFiles.first().waitFor();
  if (kind !== 'link') await form.title.fill(title);
  // Escape closes the suggestions of sources with a similar title.
  if ((await form.title.getAttribute('aria-expanded')) === 'true') await page.keyboard.press('Escape');
  await form.attach.click();
  attachSource(model, claim, { title });
  model.currentClaimId = claim;
  model.selection = fromScreen;
}

const getClaimNumber = (model: Model, claim: string) =>
  getPlacedClaims(model).findIndex(({ id }) => id === claim) + 1;

const createLink = ({ commandCount }: Walker) => `https://harbour.example/step-${commandCount}`;
const createText = ({ commandCount }: Walker) => `It was counted in step ${commandCount}.`;

export const dropAndPasteCommands = [
  createCommand(
    'Drop evidence on a claim',
    fc.record({ index: anyIndex, on: fc.constantFrom('row', 'mark', 'card'), kind: anyKind }),
    {
      canRun: (model) => model.isInQueue === false && getPlacedClaims(model).length > 0,
      async perform(model, walker, { index, on, kind }) {
        const target = await findTarget(model, walker, on, index);
        if (!target) return 'not in view';
        const number = getClaimNumber(model, target.claim);
        const hint = `Drop as evidence for claim ${number}`;
        if (kind === 'link') await dropDataOn(target.element, hint, { 'text/uri-list': createLink(walker) });
        else if (kind === 'text')
          await dropDataOn(target.element, hint, { 'text/plain': createText(walker) });
        else {
          const bytes = Buffer.from(`Counted in step ${walker.commandCount}`);
          await dropFilesOn(target.element, hint, { name: 'ledger.txt', bytes });
        }
        await attachDroppedSource(model, walker, target.claim, kind);
        return `a ${kind} on the ${on} of claim ${number}`;
      },
    },
  ),
  createCommand(
    'Paste evidence for a claim',
    fc.record({ index: anyIndex, on: fc.constantFrom('row', 'card', 'article', 'menu'), kind: anyKind }),
    {
      canRun: (model) =>
        model.isInQueue === false && model.selection === null && findCurrentClaim(model) !== undefined,
      async perform(model, walker, { index, on, kind }) {
        const { stet } = walker;
        const { sourceForm: form } = stet;
        const isForCurrentClaim = on === 'article' || on === 'menu';
        const target = isForCurrentClaim
          ? { element: stet.article.text, claim: findCurrentClaim(model)?.id ?? '' }
          : await findTarget(model, walker, on, index);
        const focusTarget = on === 'card' ? stet.card.addSource : target?.element;
        if (!target || !focusTarget || !(await focusTarget.isVisible())) return 'not in view';
        await focusTarget.focus();
        if (kind === 'file') await form.copyPicture();
        else await form.copy(kind === 'link' ? createLink(walker) : createText(walker));
        if (on === 'menu') await stet.chooseMenuItem('Claim', 'Paste as evidence');
        else await walker.page.keyboard.press('ControlOrMeta+v');
        await attachDroppedSource(model, walker, target.claim, kind);
        return `a ${kind} on the ${on}, for claim ${getClaimNumber(model, target.claim)}`;
      },
    },
  ),
];
