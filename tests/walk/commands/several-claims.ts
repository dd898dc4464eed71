import * as fc from 'fast-check';
import { verdicts, verdictTraits } from '#shared/domain/base/verdict.ts';
import { pressKey } from '../app/input.ts';
import { LawViolation } from '../app/law-violation.ts';
import type { Walker } from '../app/walker.ts';
import { deleteTag, giveTag, setVerdicts } from '../model/changes.ts';
import { findCurrentClaim, fromScreen, getPlacedClaims, type Model } from '../model/model.ts';
import { anyIndex, createCommand, pick } from './command.ts';

interface SelectedRows {
  /** The claims that are selected. */
  ids: string[];
  /** The claim whose row has the focus. */
  focused: string;
}

/**
 * Selects two claims with a place whose rows are in view: by Ctrl, or with all rows between them by Shift. Resolves to null when
 * there are not two.
 */
async function selectRows(
  model: Model,
  walker: Walker,
  { first, second, modifier }: { first: number; second: number; modifier: 'Control' | 'Shift' },
): Promise<SelectedRows | null> {
  const { claims } = walker.stet;
  if (!(await claims.nav.isVisible())) return null;
  const placed = new Set(getPlacedClaims(model).map(({ id }) => id));
  // Other rows are rendered as well, but scrolling to one of them may take the first one away.
  const shown = await claims.rows.evaluateAll((rows) =>
    rows.flatMap((row) => {
      const { left, top, width, height } = row.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit && row.contains(hit) ? (row.getAttribute('data-claim') ?? []) : [];
    }),
  );
  const ids = shown.filter((id) => placed.has(id));
  const from = ids[first % Math.max(1, ids.length)];
  const to = ids[second % Math.max(1, ids.length)];
  if (from === undefined || to === undefined || from === to) return null;
  const row = (id: string) => claims.nav.locator(`[data-claim-row][data-claim="${id}"]`);
  await row(from).click();
  await row(to).click({ modifiers: [modifier] });
  model.currentClaimId = from;
  model.selection = null;
  const [low = 0, high = 0] = [ids.indexOf(from), ids.indexOf(to)].sort((a, b) => a - b);
  const expected = modifier === 'Shift' ? ids.slice(low, high + 1) : [from, to];
  const states = await claims.nav.getByRole('row').evaluateAll((rows) =>
    rows.map((one) => ({
      id: one.querySelector('[data-claim-row]')?.getAttribute('data-claim'),
      isSelected: one.ariaSelected === 'true',
    })),
  );
  const missing = states.filter(({ id, isSelected }) => id && expected.includes(id) && !isSelected);
  const shownCount = await claims.selectedBar.locator('b').textContent();
  if (missing.length > 0 || shownCount !== `${expected.length} claims selected`)
    throw new LawViolation(
      `${expected.length} claims should be selected; ${missing.length} rows are not, and the bar says “${shownCount}”`,
    );
  return { ids: expected, focused: to };
}

const anyRows = fc.record({
  first: anyIndex,
  second: anyIndex,
  modifier: fc.constantFrom('Control', 'Shift'),
});

export const severalCommands = [
  createCommand('Judge several claims', fc.record({ rows: anyRows, verdict: fc.constantFrom(...verdicts) }), {
    canRun: ({ isInQueue, list }) => isInQueue === false && list === 'claims',
    async perform(model, walker, { rows, verdict }) {
      const selected = await selectRows(model, walker, rows);
      model.selection = fromScreen;
      if (!selected) return 'there are not two rows';
      await pressKey(walker, verdictTraits[verdict].key);
      setVerdicts(model, selected.ids, verdict);
      // Keys act on the row with the focus, so its claim is the current one then.
      await walker.page.keyboard.press('Escape');
      model.currentClaimId = selected.focused;
      return `${selected.ids.length} by ${rows.modifier} and ${verdictTraits[verdict].key.toUpperCase()}`;
    },
  }),
];

const anyName = fc.constantFrom('Legal', 'Ask the author', 'Zahlen', 'قانون');

export const tagCommands = [
  createCommand('Tag the claim', anyName, {
    canRun: (model) => !model.isInQueue && findCurrentClaim(model) !== undefined,
    async perform(model, walker, name) {
      const claim = findCurrentClaim(model);
      const { input } = walker.stet.tags;
      if (!claim || (await input.count()) === 0) return 'not on the card';
      await walker.stet.tags.add(name);
      await walker.stet.tags.leave();
      giveTag(model, [claim.id], name);
      model.selection = fromScreen;
      return `“${name}”`;
    },
  }),
  createCommand('Tag several claims', fc.record({ rows: anyRows, name: anyName }), {
    canRun: ({ isInQueue, list }) => isInQueue === false && list === 'claims',
    async perform(model, walker, { rows, name }) {
      const selected = await selectRows(model, walker, rows);
      model.selection = fromScreen;
      if (!selected) return 'there are not two rows';
      await walker.page.keyboard.press('g');
      await walker.stet.tags.add(name);
      giveTag(model, selected.ids, name);
      // Out of the field, then off the claims.
      await walker.stet.tags.leave();
      await walker.page.keyboard.press('Escape');
      return `${selected.ids.length} “${name}”`;
    },
  }),
  createCommand('Delete a tag', anyIndex, {
    canRun: (model) => !model.isInQueue && model.content.tags.length > 0,
    async perform(model, walker, index) {
      const name = pick([...model.content.tags], index);
      if (name === undefined) return 'no tag';
      await walker.stet.chooseMenuItem('Claim', 'Manage tags…');
      await walker.stet.tags.deleteButton(name).click();
      await walker.stet.tags.dialog.getByRole('button', { name: 'Done' }).click();
      deleteTag(model, name);
      model.selection = fromScreen;
      return `“${name}”`;
    },
  }),
];
