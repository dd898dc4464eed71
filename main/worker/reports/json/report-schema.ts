import { z } from 'zod';
import { claimKinds } from '#shared/domain/base/claim.ts';
import { draftBodyFields } from '#shared/domain/base/draft.ts';
import { stances } from '#shared/domain/base/evidence.ts';
import { dateSchema, sha256Schema, timestampSchema } from '#shared/domain/base/primitives.ts';
import { sourceFieldTraits, sourceKinds, sourceStandings } from '#shared/domain/base/source.ts';
import { type PrintedTextField, printedTextFields } from '#shared/domain/base/source-fields.ts';
import { claimStatuses, verdicts } from '#shared/domain/base/verdict.ts';
import { verifiedCaveatsSchema } from '#shared/domain/claims/evidence-gaps.ts';
import { recheckReasons } from '#shared/domain/claims/recheck.ts';
import { citationStyles, reportReaders } from '#shared/domain/settings/report-options.ts';
import { queryRules } from '#shared/queries/base/query.ts';
import { cslTypes } from '#shared/reports/base/source-kind-traits.ts';
import { createRecord } from '#shared/text/sequences/records.ts';
import { changeKinds } from '#shared/text-changes/word-change.ts';
import { unplacedStates } from '../model/report-model.ts';

/** Schemas of fields that occur in several parts of a report's JSON. */
const count = z.int().nonnegative();
const number = z.int().positive().describe('Counted from 1.');
const text = z.string();
const nonEmptyText = z.string().min(1);
const url = z
  .string()
  .regex(/^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Dd][Oo][Ii]):/)
  .describe('http, https, mailto or doi.');
const date = dateSchema.describe('ISO 8601: a year, a month or a day.');
const timestamp = timestampSchema.describe('RFC 3339 in UTC.');
const start = count.describe('UTF-16 offset into the text of the draft.');
const end = count.describe('UTF-16 offset into the text of the draft, behind the last unit.');

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
  unreliableSources: z
    .array(number)
    .describe('The numbers of those of its sources that became unreliable since it was judged.'),
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

const claimSchema = z.strictObject({
  number: number.describe('In reading order among all claims of the draft.'),
  words: nonEmptyText,
  start,
  end,
  page: z.int().positive().nullable().describe('Of a paged original, counted from 1.'),
  startsAtMs: z.int().nonnegative().nullable().describe('Of a recording, in milliseconds from its start.'),
  ...detailFields,
});

const unplacedSchema = z
  .strictObject({
    state: z
      .enum(unplacedStates)
      .describe('waiting: no place was found for them in the draft. cut: they were retired.'),
    draft: number.describe('The number of the draft that they are not in any more.'),
    claims: z
      .array(z.strictObject({ words: text.describe('Those that it stood on before.'), ...detailFields }))
      .min(1),
  })
  .describe('Claims that stand nowhere in the draft.');

/** Raised with every change of what a report can say, a new verdict or kind of source included: its readers know closed lists. */
export const reportVersion = 1;

const cslDateSchema = z.strictObject({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).length(1) });

const cslItemSchema = z
  .strictObject({
    id: nonEmptyText,
    type: z.enum(cslTypes),
    title: nonEmptyText,
    genre: nonEmptyText.optional(),
    author: z.array(z.strictObject({ literal: nonEmptyText })).optional(),
    publisher: nonEmptyText.optional(),
    issued: cslDateSchema.optional(),
    accessed: cslDateSchema.optional(),
    URL: nonEmptyText.optional(),
    DOI: nonEmptyText.optional(),
  })
  .describe('CSL-JSON 1.0.');

const fileSchema = z.strictObject({ name: nonEmptyText, bytes: count, sha256: sha256Schema });

const sourceTextSchemas = { line: nonEmptyText, date, address: url };

/** Descriptions of the fields whose name is not enough. */
const sourceTextDescriptions: Partial<Record<PrintedTextField, string>> = {
  accessedAt: 'When it was read; of a person, the day of the conversation.',
  contact: 'Only in a report for lawyers.',
};

const sourceTexts = {
  title: nonEmptyText,
  ...createRecord(
    printedTextFields.filter((field) => field !== 'title'),
    (field) => {
      const schema = sourceTextSchemas[sourceFieldTraits[field].input].nullable();
      const description = sourceTextDescriptions[field];
      return description === undefined ? schema : schema.describe(description);
    },
  ),
};

const namedSourceSchema = z.strictObject({
  number,
  confidential: z.boolean().describe('True only in a report for lawyers, which names confidential sources.'),
  kind: z.enum(sourceKinds),
  ...sourceTexts,
  primary: z.boolean(),
  secondary: z.boolean().describe('Whether it was said to be; a source may be neither.'),
  standing: z
    .enum(sourceStandings)
    .exclude(['good'])
    .nullable()
    .describe('Null where nobody noted a problem.'),
  standingReason: nonEmptyText.nullable().describe('Why it no longer stands.'),
  standingSince: timestamp.nullable(),
  derivedFrom: z
    .strictObject({ title: nonEmptyText, number: number.nullable() })
    .nullable()
    .describe('The source that this one repeats; its number when it is in the list.'),
  citation: nonEmptyText.describe('In the style of the options, as plain text.'),
  csl: cslItemSchema,
  files: z.array(fileSchema),
});

const confidentialSourceSchema = z
  .strictObject({ number, confidential: z.literal(true) })
  .describe('Nothing else of it is told.');

const passageSchema = z.strictObject({
  words: nonEmptyText,
  start,
  end,
  page: number.nullable(),
  startsAtMs: count.nullable(),
  paragraph: number,
});

const coverageSchema = z.strictObject({
  lookedAt: count.describe('Sentences in which a claim stands and nothing spotted is open.'),
  partly: count.describe('Sentences in which a claim stands and something spotted is open.'),
  setAside: count.describe('Sentences with nothing to check.'),
  notLookedAt: count.describe('All others.'),
  total: count,
  sentences: z.array(passageSchema).describe('Those that were not looked at.'),
  openWords: z
    .array(passageSchema)
    .describe('The spotted words that are open in sentences that were partly looked at.'),
});

const queryFields = {
  rule: z.enum(queryRules),
  explanation: nonEmptyText.describe('Why this is odd: it quotes the text and shows the calculation.'),
  places: z.array(passageSchema).min(1).describe('The words in question.'),
};

const queriesSchema = z.strictObject({
  open: z.array(z.strictObject(queryFields)),
  dismissed: z.array(
    z.strictObject({
      ...queryFields,
      reason: nonEmptyText.nullable().describe('Why it was set aside. None in a report without notes.'),
    }),
  ),
});

const checkTime = z.union([timestamp, date]).nullable();

/** The schema of a report's JSON file. docs/report.schema.json is generated from it. */
export const reportJsonSchema = z
  .strictObject({
    format: z.literal('stet-report'),
    version: z.literal(reportVersion),
    reader: z.enum(reportReaders).describe('Whom the report is for.'),
    notice: nonEmptyText.nullable().describe('Says that only lawyers may read it; null for all others.'),
    madeAt: timestamp,
    timeZone: nonEmptyText.describe('IANA name of the zone of the reviewer.'),
    article: z.strictObject({
      title: nonEmptyText,
      byline: nonEmptyText.nullable(),
      link: url.nullable(),
      publishedAt: date.nullable(),
      language: nonEmptyText.nullable().describe('BCP 47.'),
    }),
    draft: z.strictObject({
      number,
      words: count,
      text: nonEmptyText.describe('Its blocks, joined by a blank line.'),
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
      first: checkTime.describe('Of the first verdict; for the public, its day in this zone.'),
      last: checkTime.describe('Of the last verdict; for the public, its day in this zone.'),
    }),
    summary: z
      .strictObject({
        ...createRecord(claimStatuses, () => z.int().nonnegative()),
        total: count,
        open: count,
        sources: count,
        primary: count,
      })
      .extend({ verifiedCaveats: verifiedCaveatsSchema.describe('Of the verified claims.') })
      .describe('Of the whole check; what was cut does not count.'),
    options: z.strictObject({
      notes: z.boolean(),
      standings: z.array(z.enum(claimStatuses)).min(1),
      style: z.enum(citationStyles),
    }),
    shows: nonEmptyText.describe('Which claims of the check are shown, in words.'),
    claims: z.array(claimSchema),
    unplaced: z.array(unplacedSchema),
    coverage: coverageSchema
      .nullable()
      .describe('What was read of the draft; null in a report for the public.'),
    queries: queriesSchema
      .nullable()
      .describe('Where the text contradicts itself; null in a report for the public.'),
    sources: z.array(z.union([namedSourceSchema, confidentialSourceSchema])),
  })
  .describe('A fact-check report made with Stet.');

export type ReportJson = z.infer<typeof reportJsonSchema>;

/** Builds the content of docs/report.schema.json (JSON Schema, draft 2020-12). */
export function buildJsonSchemaDocument(): unknown {
  return {
    ...z.toJSONSchema(reportJsonSchema, { target: 'draft-2020-12' }),
    title: `Stet report, version ${reportVersion}`,
  };
}
