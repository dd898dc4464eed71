import type { Locator } from '@playwright/test';
import * as fc from 'fast-check';
import { normalizeInput, normalizeLineInput } from '../../../shared/domain/primitives';
import { pressKey } from '../app/input';
import { LawViolation, type Walker } from '../app/walker';
import { findCurrentClaim } from '../model/claims';
import type { ModelClaim } from '../model/review-content';
import { editClaim } from '../model/changes';
import { fromScreen, type Model } from '../model/model';
import { createCommand } from './command';

/** How long a field may take to show what a key did, in milliseconds. */
const patience = 2_000;

type Way = 'undo' | 'redo';

const keyOf = { undo: 'ControlOrMeta+z', redo: 'ControlOrMeta+Shift+z' } as const;
const menuOf = { undo: 'Undo', redo: 'Redo' } as const;

/** Undo or redo while the keyboard is in a field: it is the field's own. */
async function takeBack({ stet, page }: Walker, way: Way, by: 'key' | 'menu'): Promise<void> {
  if (by === 'key') await page.keyboard.press(keyOf[way]);
  else await stet.menu('Edit', menuOf[way]);
}

async function shows(field: Locator, wanted: string, after: string): Promise<void> {
  const end = Date.now() + patience;
  let shown = await field.inputValue();
  while (shown !== wanted && Date.now() < end) shown = await field.inputValue();
  if (shown !== wanted) throw new LawViolation(`after ${after} the field shows “${shown}”, not “${wanted}”`);
}

interface Run {
  words: string;
  by: 'key' | 'menu';
  redo: boolean;
}

/** Types a run of words at the end of a field, takes it back, and may do it again; what stands there then. */
async function typeAndUndo(walker: Walker, field: Locator, { words, by, redo }: Run): Promise<string> {
  await field.click();
  await walker.page.keyboard.press('ControlOrMeta+End');
  const before = await field.inputValue();
  await walker.page.keyboard.type(words);
  await shows(field, before + words, 'typing');
  await takeBack(walker, 'undo', by);
  await shows(field, before, 'undo');
  if (!redo) return before;
  await takeBack(walker, 'redo', by);
  await shows(field, before + words, 'redo');
  return before + words;
}

const run = fc.record({
  words: fc.constantFrom(' More of it.', ' Zahl 12', 'x'),
  by: fc.constantFrom('key' as const, 'menu' as const),
  redo: fc.boolean(),
});

const fields = {
  Note: { name: 'note', store: normalizeInput },
  'Change to': { name: 'correction', store: normalizeInput },
  'Stated by': { name: 'claimant', store: normalizeLineInput },
} as const;

const labels = ['Note', 'Change to', 'Stated by'] as const;

const hasCurrent = (model: Readonly<Model>) => !model.isInQueue && findCurrentClaim(model) !== undefined;
const described = (label: string, { words, by, redo }: Run) =>
  `“${words}” in ${label}, undo${redo ? ' and redo' : ''} by ${by}`;

export const typingCommands = [
  createCommand('Type on the card, and undo it there', fc.record({ label: fc.constantFrom(...labels), run }), {
    canRun: hasCurrent,
    async perform(model, walker, { label, run: data }) {
      const claim = findCurrentClaim(model);
      const { name, store } = fields[label];
      const field = walker.stet.card[name];
      if (!claim || (await field.count()) === 0) return 'not on the card';
      const left = store(await typeAndUndo(walker, field, data)) ?? '';
      await walker.page.keyboard.press('Escape');
      // A correction that says what stands there already is none.
      const { text } = walker.stored.draft;
      const isNone = name === 'correction' && left === normalizeInput(text.slice(claim.span.start, claim.span.end));
      const after: Partial<ModelClaim> = { [name]: isNone ? '' : left };
      if (claim[name] !== after[name]) editClaim(model, claim.id, 'claim.edit', after);
      model.selection = fromScreen;
      return described(label, data);
    },
  }),
  createCommand('Type a quote, undo it in its field, and cancel', run, {
    canRun: hasCurrent,
    async perform(model, walker, data) {
      const { sourceForm: form } = walker.stet;
      await pressKey(walker, 's');
      model.currentClaimId = fromScreen;
      model.selection = fromScreen;
      await form.quote.waitFor();
      await typeAndUndo(walker, form.quote, data);
      await form.cancel.click();
      return described('Quote', data);
    },
  }),
];
