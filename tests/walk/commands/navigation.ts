import * as fc from 'fast-check';
import { pressKey } from '../app/input';
import { locateSpan } from '../app/locate-span';
import type { Walker } from '../app/walker';
import { deriveExpectedClaims, isListed } from '../laws/expected-claims';
import { getPlacedClaims } from '../model/claims';
import { fromScreen, type Model } from '../model/model';
import { anyIndex, createCommand, pick } from './command';
import { selectSpan, getWordSpan, wordRange } from './word-range';

const hasClaims = (model: Readonly<Model>) => !model.isInQueue && getPlacedClaims(model).length > 0;

/** Another claim is the current one: no words stay selected that the next key would be taken for. */
function goTo(model: Model, id: string | null): void {
  model.currentClaimId = id;
  model.selection = null;
  model.expectedOffset = getPlacedClaims(model).find((claim) => claim.id === id)?.span.start ?? null;
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
function listed(model: Model, walker: Walker) {
  return deriveExpectedClaims(walker.stored).claims.filter((claim) => isListed(claim, model.filter));
}

export const navigationCommands = [
  createCommand('Go to a claim by its row', fc.record({ at: anyIndex, selected: fc.option(wordRange) }), {
    canRun: (model) => hasClaims(model) && model.list === 'claims',
    async perform(model, walker, { at, selected }) {
      const rows = walker.stet.claims.nav.locator('[data-claim-row]').filter({ hasText: /^\d/ });
      const count = await rows.count();
      if (count === 0) return 'no row';
      // What is selected when another claim is gone to must not stay so.
      const isSelected = selected && (await selectSpan(model, walker, getWordSpan(walker, selected)));
      const row = rows.nth(at % count);
      const id = await row.getAttribute('data-claim');
      await row.click();
      goTo(model, id);
      const number = getPlacedClaims(model).findIndex((claim) => claim.id === id) + 1;
      return `claim ${number}${isSelected ? ', with words selected' : ''}`;
    },
  }),
  createCommand('Go to a claim by its number in the margin', anyIndex, {
    canRun: hasClaims,
    async perform(model, walker, at) {
      const id = pick(await numbersToPress(walker), at);
      if (id === undefined) return 'none is in view';
      const button = walker.stet.article.text.locator(`button[data-claim="${id}"]`);
      const number = Number.parseInt((await button.textContent()) ?? '', 10);
      await button.click();
      goTo(model, id);
      return `claim ${number}`;
    },
  }),
  createCommand('Click into a claim', anyIndex, {
    canRun: (model) => hasClaims(model) && model.selection === null,
    async perform(model, walker, at) {
      const all = getPlacedClaims(model);
      const claim = pick(all, at);
      const points = claim && (await locateSpan(walker, claim.span));
      if (!claim || !points) return 'covered';
      await walker.page.mouse.click(points.middle.x, points.middle.y);
      const middle = (claim.span.start + claim.span.end) >> 1;
      const over = all.filter(({ span }) => span.start <= middle && span.end > middle);
      const last = over.at(-1);
      if (over.length > 1) {
        const { chooser } = walker.stet.article;
        await chooser.getByRole('menuitem').last().click();
      }
      goTo(model, last?.id ?? null);
      return `claim ${all.findIndex(({ id }) => id === last?.id) + 1}, one of ${over.length}`;
    },
  }),
  createCommand('Go on by J or K', fc.constantFrom('j', 'k'), {
    canRun: (model) => hasClaims(model) && model.currentClaimId !== fromScreen && model.selection !== fromScreen,
    async perform(model, walker, key) {
      const all = getPlacedClaims(model);
      const { currentClaimId: current, selection } = model;
      const shown = new Set(listed(model, walker).map(({ id }) => id));
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
      if (next) goTo(model, next.id);
      else model.selection = null;
      return key.toUpperCase();
    },
  }),
  createCommand('Press Escape', fc.constant(null), {
    canRun: ({ isInQueue: inQueue }) => !inQueue,
    async perform(model, walker) {
      await walker.page.keyboard.press('Escape');
      model.currentClaimId = fromScreen;
      model.selection = fromScreen;
      return undefined;
    },
  }),
];
