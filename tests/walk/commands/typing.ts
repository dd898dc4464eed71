import type { Locator } from '@playwright/test';
import * as fc from 'fast-check';
import { normalizeInput, normalizeLineInput } from '#shared/domain/base/primitives.ts';
import { pressKey } from '../app/input.ts';
import { LawViolation } from '../app/law-violation.ts';
import type { Walker } from '../app/walker.ts';
import { editClaim } from '../model/changes.ts';
import { findCurrentClaim, fromScreen, type Model } from '../model/model.ts';
import type { ModelClaim } from '../model/review-content.ts';
import { createCommand } from './command.ts';

/** How long a field may take to show what a key did. */
const timeoutMs = 2_000;

type Direction = 'undo' | 'redo';
type Method = 'key' | 'menu';

const shortcuts = { undo: 'ControlOrMeta+z', redo: 'ControlOrMeta+Shift+z' } as const;
const menuLabels = { undo: 'Undo', redo: 'Redo' } as const;

/** Undo or redo while the focus is in a text field, where it applies to the field. */
async function undoOrRedoInField(
  { stet, page }: Walker,
  direction: Direction,
  method: Method,
): Promise<void> {
  if (method === 'key') await page.keyboard.press(shortcuts[direction]);
  else await stet.chooseMenuItem('Edit', menuLabels[direction]);
}

/** Waits until a field shows a text. */
async function waitForText(field: Locator, expected: string, after: string): Promise<void> {
  const endTime = Date.now() + timeoutMs;
  let text = await field.inputValue();
  while (text !== expected && Date.now() < endTime) text = await field.inputValue();
  if (text !== expected)
    throw new LawViolation(`after ${after} the field shows “${text}”, not “${expected}”`);
}

interface TypingData {
  text: string;
  method: Method;
  redo: boolean;
}

const typingData = fc.record({
  text: fc.constantFrom(' More of it.', ' Zahl 12', 'x'),
  method: fc.constantFrom('key' as const, 'menu' as const),
  redo: fc.boolean(),
});

/** Types at the end of a field, undoes it, and may redo it. Resolves to the text of the field after that. */
async function typeAndUndo(
  walker: Walker,
  field: Locator,
  { text, method, redo }: TypingData,
): Promise<string> {
  await field.click();
  await walker.page.keyboard.press('ControlOrMeta+End');
  const before = await field.inputValue();
  await walker.page.keyboard.type(text);
  await waitForText(field, before + text, 'typing');
  await undoOrRedoInField(walker, 'undo', method);
  await waitForText(field, before, 'undo');
  if (!redo) return before;
  await undoOrRedoInField(walker, 'redo', method);
  await waitForText(field, before + text, 'redo');
  return before + text;
}

const fields = {
  Note: { name: 'note', normalize: normalizeInput },
  'Change to': { name: 'correction', normalize: normalizeInput },
  'Stated by': { name: 'claimant', normalize: normalizeLineInput },
} as const;

const fieldLabels = ['Note', 'Change to', 'Stated by'] as const;

const hasCurrentClaim = (model: Readonly<Model>) => !model.isInQueue && findCurrentClaim(model) !== undefined;
const formatDetails = (label: string, { text, method, redo }: TypingData) =>
  `“${text}” in ${label}, undo${redo ? ' and redo' : ''} by ${method}`;

export const typingCommands = [
  createCommand(
    'Type on the card, and undo it there',
    fc.record({ label: fc.constantFrom(...fieldLabels), data: typingData }),
    {
      canRun: hasCurrentClaim,
      async perform(model, walker, { label, data }) {
        const claim = findCurrentClaim(model);
        const { name, normalize } = fields[label];
        const field = walker.stet.card[name];
        if (!claim || (await field.count()) === 0) return 'not on the card';
        const text = normalize(await typeAndUndo(walker, field, data)) ?? '';
        await walker.page.keyboard.press('Escape');
        // A correction that equals the claim's words is not stored.
        const { start, end } = claim.span;
        const words = normalizeInput(walker.stored.draft.text.slice(start, end));
        const isUnchanged = name === 'correction' && text === words;
        const after: Partial<ModelClaim> = { [name]: isUnchanged ? '' : text };
        if (claim[name] !== after[name]) editClaim(model, claim.id, 'claim.edit', after);
        model.selection = fromScreen;
        return formatDetails(label, data);
      },
    },
  ),
  createCommand('Type a quote, undo it in its field, and cancel', typingData, {
    canRun: hasCurrentClaim,
    async perform(model, walker, data) {
      const { sourceForm: form } = walker.stet;
      await pressKey(walker, 's');
      model.currentClaimId = fromScreen;
      model.selection = fromScreen;
      await form.quote.waitFor();
      await typeAndUndo(walker, form.quote, data);
      await form.cancel.click();
      return formatDetails('Quoted words', data);
    },
  }),
];
