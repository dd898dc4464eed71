import { z } from 'zod';
import { draftBodyFields } from '../../domain/draft';
import { sha256Schema } from '../../domain/primitives';
import { citationStyles } from '../../domain/report-options';
import { progressSchema } from '../../domain/review/progress';
import { sourceKinds, sourceStandings } from '../../domain/source';
import { standings } from '../../domain/verdict';
import { count, date, end, filled, moment, number, start, text, url } from './fields';
import { claimSchema, unplacedSchema } from './report-json-claims';

const cslDateSchema = z.strictObject({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).length(1) });

const cslItemSchema = z
  .strictObject({
    id: filled,
    type: z.enum(['webpage', 'document', 'dataset', 'personal_communication']),
    title: filled,
    genre: filled.optional(),
    author: z.array(z.strictObject({ literal: filled })).optional(),
    publisher: filled.optional(),
    issued: cslDateSchema.optional(),
    accessed: cslDateSchema.optional(),
    URL: filled.optional(),
    DOI: filled.optional(),
  })
  .describe('CSL-JSON 1.0.');

const fileSchema = z.strictObject({ name: filled, bytes: count, sha256: sha256Schema });

const shownSourceSchema = z.strictObject({
  number,
  confidential: z.literal(false),
  kind: z.enum(sourceKinds),
  title: filled,
  author: filled.nullable(),
  publisher: filled.nullable(),
  publishedAt: date.nullable(),
  accessedAt: date.nullable().describe('When it was read; of a person, the day of the conversation.'),
  url: url.nullable(),
  archiveUrl: url.nullable(),
  primary: z.boolean(),
  secondary: z.boolean().describe('Whether it was said to be; a source may be neither.'),
  standing: z.enum(sourceStandings),
  standingReason: filled.nullable().describe('Why it no longer stands.'),
  standingSince: moment.nullable(),
  derivedFrom: z
    .strictObject({ title: filled, number: number.nullable() })
    .nullable()
    .describe('The source that this one repeats; its number when it is in the list.'),
  citation: filled.describe('In the style of the options, as plain text.'),
  csl: cslItemSchema,
  files: z.array(fileSchema),
});

const confidentialSourceSchema = z
  .strictObject({ number, confidential: z.literal(true) })
  .describe('Nothing else of it is told.');

/** The report as JSON: what the file holds, and the one source of docs/report.schema.json. */
export const reportJsonSchema = z
  .strictObject({
    format: z.literal('stet-report'),
    version: z.literal(2),
    madeAt: moment,
    timeZone: filled.describe('IANA name of the zone of the reviewer.'),
    article: z.strictObject({
      title: filled,
      byline: filled.nullable(),
      link: url.nullable(),
      publishedAt: date.nullable(),
      language: filled.nullable().describe('BCP 47.'),
    }),
    draft: z.strictObject({
      number,
      words: count,
      text: filled.describe('Its blocks, joined by a blank line.'),
      blocks: z.array(
        z.strictObject({
          kind: draftBodyFields.blocks.element.shape.kind,
          level: z.int().min(1).max(6).nullable(),
          start,
          end,
        }),
      ),
    }),
    check: z.strictObject({
      by: z.array(text),
      first: moment.nullable().describe('Of the first verdict.'),
      last: moment.nullable().describe('Of the last verdict.'),
    }),
    summary: progressSchema
      .extend({ total: count, open: count, sources: count, primary: count })
      .describe('Of the whole check; what was cut does not count.'),
    options: z.strictObject({
      notes: z.boolean(),
      standings: z.array(z.enum(standings)).min(1),
      style: z.enum(citationStyles),
    }),
    shows: filled.describe('Which claims of the check are shown, in words.'),
    claims: z.array(claimSchema),
    unplaced: z.array(unplacedSchema),
    sources: z.array(z.discriminatedUnion('confidential', [shownSourceSchema, confidentialSourceSchema])),
  })
  .describe('A fact-check report made with Stet.');

export type ReportJson = z.infer<typeof reportJsonSchema>;

/** The same as JSON Schema, draft 2020-12. */
export function reportJsonSchemaDocument(): unknown {
  return {
    ...z.toJSONSchema(reportJsonSchema, { target: 'draft-2020-12' }),
    title: 'Stet report, version 2',
  };
}
