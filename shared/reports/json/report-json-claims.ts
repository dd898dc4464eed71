import { z } from 'zod';
import { claimKinds } from '../../domain/claim';
import { recheckReasonKinds } from '../../domain/claims/recheck';
import { stances } from '../../domain/evidence';
import { standings, verdicts } from '../../domain/verdict';
import { changeKinds } from '../../text-changes/word-change';
import { unplacedStates } from '../model/report-model';
import { end, filled, moment, number, start, text } from './fields';

const evidenceSchema = z.strictObject({
  stance: z.enum(stances),
  source: number.describe('The number of a source in the list.'),
  locator: filled.nullable(),
  quote: filled.nullable(),
  note: filled.nullable(),
});

const changeSchema = z.strictObject({
  before: text.describe('Empty when words were added.'),
  after: text.describe('Empty when words were taken out.'),
  reason: z.enum(changeKinds).describe('What the change is about.'),
});

const toldFields = {
  standing: z.enum(standings).describe('How it stands now.'),
  verdict: z.enum(verdicts).describe('What it was judged to be, before what it rests on changed.'),
  recheck: z
    .array(z.enum(recheckReasonKinds))
    .describe(
      'Why it has to be checked again: what happened since it was judged. correction: one was applied to its words.',
    ),
  fallen: z.array(number).describe('The numbers of those of its sources that no longer stand since.'),
  changes: z
    .array(changeSchema)
    .describe('How the words changed since: those of the claim, then those of the sentence around them.'),
  kind: z.enum(claimKinds).nullable(),
  claimant: filled.nullable().describe('Who says so in the article.'),
  note: filled.nullable(),
  correction: filled.nullable().describe('The words that should stand instead.'),
  judged: z.strictObject({ by: filled.nullable(), at: moment }).nullable(),
  evidence: z.array(evidenceSchema),
};

export const claimSchema = z.strictObject({
  number: number.describe('In reading order among all claims of the draft.'),
  words: filled,
  start,
  end,
  page: z.int().positive().nullable().describe('Of a paged original, counted from 1.'),
  ...toldFields,
});

export const unplacedSchema = z
  .strictObject({
    state: z
      .enum(unplacedStates)
      .describe('waiting: no place was found for them in the draft. cut: they were let go.'),
    draft: number.describe('The number of the draft that they are not in any more.'),
    claims: z
      .array(z.strictObject({ words: text.describe('Those that it stood on before.'), ...toldFields }))
      .min(1),
  })
  .describe('Claims that stand nowhere in the draft.');
