import * as fc from 'fast-check';
import { locateSpan, pressKey } from '../app/input.ts';
import { LawViolation } from '../app/law-violation.ts';
import type { Walker } from '../app/walker.ts';
import { deriveExpectedClaims, isListed } from '../laws/expected-claims.ts';
import { fromScreen, getPlacedClaims, getSelectedSpan, type Model } from '../model/model.ts';
import { anyIndex, createCommand, pick } from './command.ts';
import { getWordSpan, quoteSpan, selectSpan, wordRange } from './marking.ts';

const arrowPresses = fc.record({
  key: fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'),
  shift: fc.boolean(),
  times: fc.integer({ min: 1, max: 4 }),
});

const tabPresses = fc.record({ back: fc.boolean(), times: fc.integer({ min: 1, max: 5 }) });

/** Keys that move the focus, the selection or the list. They must never change the review, on whatever element. */
export const focusKeyCommands = [
  createCommand('Press arrows', arrowPresses, {
    async perform(model, walker, { key, shift, times }) {
      for (let time = 0; time < times; time += 1)
        await walker.page.keyboard.press(shift ? `Shift+${key}` : key);
      // On a select, an arrow opens its list.
      const list = walker.page.locator('[role="listbox"], [role="menu"]').first();
      if (await list.isVisible()) await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      model.canMoveFocus = true;
      // From a row, Shift selects several claims, which closes the queue.
      if (shift && model.isInQueue) model.isInQueue = fromScreen;
      return `${shift ? 'Shift+' : ''}${key} × ${times}`;
    },
  }),
  createCommand('Press Tab', tabPresses, {
    async perform(model, walker, { back, times }) {
      for (let time = 0; time < times; time += 1)
        await walker.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      model.selection = fromScreen;
      model.canMoveFocus = true;
      return `${back ? 'Shift+' : ''}Tab × ${times}`;
    },
  }),
];

const findData = fc.record({
  words: wordRange,
  steps: fc.array(fc.constantFrom('Enter', 'Shift+Enter'), { minLength: 1, maxLength: 3 }),
  /** Typed after these keys: it must go into the field. */
  more: fc.constantFrom('', 'v', 'dx', 'vdu'),
});

/** Find in the article, and lists of the card, with letters that must change nothing while the focus is there. */
export const findingCommands = [
  createCommand('Find, go through the matches, and type on', findData, {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker, { words, steps, more }) {
      const { field } = walker.stet.find;
      if (!(await field.isVisible())) return 'no room for the field';
      const span = getWordSpan(walker, words);
      const query = walker.stored.draft.text.slice(span.start, span.end).split('\n')[0] ?? '';
      await pressKey(walker, 'Control+f');
      await field.fill(query);
      for (const key of [...steps, ...more]) await walker.page.keyboard.press(key);
      const typed = await field.inputValue();
      if (typed !== query + more) throw new LawViolation(`Find shows “${typed}”, not “${query + more}”`);
      await field.press('Escape');
      model.selection = fromScreen;
      return `${quoteSpan(walker, span)}, ${steps.join(', ')}, and “${more}”`;
    },
  }),
  createCommand('Open a list of the card, leave it, and type', fc.constantFrom('v', 'dx', 'uv'), {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker, letters) {
      const { kind } = walker.stet.card;
      if (!(await kind.isVisible())) return 'not on the card';
      await kind.press('Enter');
      await walker.page.getByRole('listbox', { name: 'Kind' }).waitFor();
      await walker.page.keyboard.press('Escape');
      await walker.page.keyboard.type(letters);
      if (!(await kind.isVisible())) throw new LawViolation('Escape in a list closed the card');
      // The next Escape leaves the field.
      await kind.press('Escape');
      model.selection = fromScreen;
      return `“${letters}”`;
    },
  }),
];

const hasClaims = (model: Readonly<Model>) => !model.isInQueue && getPlacedClaims(model).length > 0;

/** Makes a claim the current one. The selection must be cleared, or the next key would act on the selected words. */
function goTo(model: Model, id: string | null): void {
  model.currentClaimId = id;
  model.selection = null;
  model.expectedOffset = getPlacedClaims(model).find((claim) => claim.id === id)?.span.start ?? null;
}

/** The ids of the claims whose labels in the margin are in view and not covered by the selection bar. */
function listReachableLabels({ stet }: Walker): Promise<string[]> {
  return stet.article.text.evaluate((text) =>
    [...text.querySelectorAll('button[data-claim]')].flatMap((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return button.contains(hit) ? (button.getAttribute('data-claim') ?? []) : [];
    }),
  );
}

/** The claim that J or K leads to: the neighbour of the current claim, or of the selection, among the listed claims. */
function findNeighbour(model: Model, walker: Walker, direction: 1 | -1) {
  const { currentClaimId } = model;
  const listed = deriveExpectedClaims(walker.stored).claims.filter((claim) => isListed(claim, model.filter));
  const listedIds = new Set(listed.map(({ id }) => id));
  const claims = getPlacedClaims(model).filter(({ id }) => id === currentClaimId || listedIds.has(id));
  const index = claims.findIndex(({ id }) => id === currentClaimId);
  if (index !== -1) return claims[index + direction];
  const offset = getSelectedSpan(model)?.start ?? (direction === 1 ? 0 : Number.POSITIVE_INFINITY);
  const next = claims.findIndex(({ span }) => span.start >= offset);
  return claims[direction === 1 ? next : (next === -1 ? claims.length : next) - 1];
}

export const navigationCommands = [
  createCommand('Go to a claim by its row', fc.record({ index: anyIndex, selected: fc.option(wordRange) }), {
    canRun: (model) => hasClaims(model) && model.list === 'claims',
    async perform(model, walker, { index, selected }) {
      const rows = walker.stet.claims.nav.locator('[data-claim-row]').filter({ hasText: /^\d/ });
      const count = await rows.count();
      if (count === 0) return 'no row';
      const isSelected = selected && (await selectSpan(model, walker, getWordSpan(walker, selected)));
      const row = rows.nth(index % count);
      const id = await row.getAttribute('data-claim');
      await row.click();
      goTo(model, id);
      const number = getPlacedClaims(model).findIndex((claim) => claim.id === id) + 1;
      return `claim ${number}${isSelected ? ', with words selected' : ''}`;
    },
  }),
  createCommand('Go to a claim by its label in the margin', anyIndex, {
    canRun: hasClaims,
    async perform(model, walker, index) {
      const id = pick(await listReachableLabels(walker), index);
      if (id === undefined) return 'no label is in view';
      const button = walker.stet.article.text.locator(`button[data-claim="${id}"]`);
      const number = Number.parseInt((await button.textContent()) ?? '', 10);
      await button.click();
      goTo(model, id);
      return `claim ${number}`;
    },
  }),
  createCommand('Click on a claim', anyIndex, {
    canRun: (model) => hasClaims(model) && model.selection === null,
    async perform(model, walker, index) {
      const claims = getPlacedClaims(model);
      const claim = pick(claims, index);
      const points = claim && (await locateSpan(walker, claim.span));
      if (!claim || !points) return 'covered';
      await walker.page.mouse.click(points.middle.x, points.middle.y);
      const middle = (claim.span.start + claim.span.end) >> 1;
      const overlapping = claims.filter(({ span }) => span.start <= middle && span.end > middle);
      const last = overlapping.at(-1);
      if (overlapping.length > 1) {
        const { chooser } = walker.stet.article;
        await chooser.getByRole('menuitem').last().click();
      }
      goTo(model, last?.id ?? null);
      return `claim ${claims.findIndex(({ id }) => id === last?.id) + 1}, one of ${overlapping.length}`;
    },
  }),
  createCommand('Go to the next or previous claim by J or K', fc.constantFrom('j', 'k'), {
    canRun: (model) =>
      hasClaims(model) && model.currentClaimId !== fromScreen && model.selection !== fromScreen,
    async perform(model, walker, key) {
      const claim = findNeighbour(model, walker, key === 'j' ? 1 : -1);
      await pressKey(walker, key);
      if (claim) goTo(model, claim.id);
      else model.selection = null;
      return key.toUpperCase();
    },
  }),
  createCommand('Press Escape', fc.constant(null), {
    canRun: ({ isInQueue }) => !isInQueue,
    async perform(model, walker) {
      await walker.page.keyboard.press('Escape');
      model.currentClaimId = fromScreen;
      model.selection = fromScreen;
      return undefined;
    },
  }),
];
