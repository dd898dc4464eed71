import { z } from 'zod';
import { claimKinds } from '../../domain/claim';
import { recheckReasons } from '../../domain/claims/recheck';
import { stances } from '../../domain/evidence';
import { claimStatuses, verdicts } from '../../domain/verdict';
import { changeKinds } from '../../text-changes/word-change';
import { unplacedStates } from '../model/report-claim';
import { end, nonEmptyText, number, start, text, timestamp } from './field-schemas';

const evidenceSchema = z.strictObject({
  stance: z.enum(stances),
  source: number.describe('The number of a source in the list.'),
  locator: nonEmptyText.nullable(),
  quote: nonEmptyText.nullable(),
  note: nonEmptyText.nullable(),
});

const changeSchema = z.strictObject({
  before: text.describe('Empty when words were added.'),
  after: text.describe('Empty when words were taken out.'),
  reason: z.enum(changeKinds).describe('What the change is about.'),
});

const detailFields = {
  standing: z.enum(claimStatuses).describe('How it stands now.'),
  verdict: z.enum(verdicts).describe('What it was judged to be, before what it rests on changed.'),
  recheck: z
    .array(z.enum(recheckReasons))
    .describe(
      'Why it has to be checked again: what happened since it was judged. correction: one was applied to its words.',
    ),
  fallen: z.array(number).describe('The numbers of those of its sources that no longer stand since.'),
  changes: z
    .array(changeSchema)
    .describe('How the words changed since: those of the claim, then those of the sentence around them.'),
  kind: z.enum(claimKinds).nullable(),
  tags: z.array(nonEmptyText).describe('The names of its tags. None in a report for the public.'),
  claimant: nonEmptyText.nullable().describe('Who says so in the article.'),
  note: nonEmptyText.nullable(),
  correction: nonEmptyText.nullable().describe('The words that should stand instead.'),
  judged: z
    .strictObject({
      by: nonEmptyText.nullable(),
      at: timestamp.nullable().describe('None in a report for the public.'),
    })
    .nullable(),
  evidence: z.array(evidenceSchema),
  evidenceUnseen: z
    .boolean()
    .describe('Whether its only evidence was proposed by the author and nobody has looked at it.'),
  acceptedRisks: z
    .array(z.strictObject({ title: nonEmptyText, number: number.nullable() }))
    .describe('Unreliable sources of which the reviewer knew. Only in a report for lawyers.'),
};

export const claimSchema = z.strictObject({
  number: number.describe('In reading order among all claims of the draft.'),
  words: nonEmptyText,
  start,
  end,
  page: z.int().positive().nullable().describe('Of a paged original, counted from 1.'),
  startsAtMs: z.int().nonnegative().nullable().describe('Of a recording, in milliseconds from its start.'),
  ...detailFields,
});

export const unplacedSchema = z
  .strictObject({
    state: z
      .enum(unplacedStates)
      .describe('waiting: no place was found for them in the draft. cut: they were let go.'),
    draft: number.describe('The number of the draft that they are not in any more.'),
    claims: z
      .array(z.strictObject({ words: text.describe('Those that it stood on before.'), ...detailFields }))
      .min(1),
  })
  .describe('Claims that stand nowhere in the draft.');
