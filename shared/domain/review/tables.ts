import type { z } from 'zod';
import { createRecord, listKeys } from '#shared/text/sequences/records.ts';
import { articleSchema } from '../base/article.ts';
import { attachmentSchema } from '../base/attachment.ts';
import { claimSchema } from '../base/claim.ts';
import { draftRowSchema } from '../base/draft.ts';
import { evidenceSchema, proposedEvidenceSchema } from '../base/evidence.ts';
import { dismissalSchema, dismissedQuerySchema, placementSchema } from '../base/placement.ts';
import { sourceSchema } from '../base/source.ts';
import { tagSchema } from '../base/tag.ts';

/** The tables of a review, in the order in which it is written to the disk. Everything that goes through all tables follows it. */
const schemas = {
  article: articleSchema,
  drafts: draftRowSchema,
  claims: claimSchema,
  placements: placementSchema,
  sources: sourceSchema,
  evidence: evidenceSchema,
  attachments: attachmentSchema,
  dismissals: dismissalSchema,
  proposedEvidence: proposedEvidenceSchema,
  tags: tagSchema,
  dismissedQueries: dismissedQuerySchema,
};

export const tableNames = listKeys(schemas);

export type TableName = keyof typeof schemas;

/** The type of the entities in each table. */
export type Entities = { [T in TableName]: z.infer<(typeof schemas)[T]> };

/** Identifies one entity of a review, such as `claims/V1StGXR8`. */
export type EntityKey = `${TableName}/${string}`;

interface Table<T extends TableName> {
  schema: z.ZodType<Entities[T]> & { shape: Readonly<Record<string, z.ZodType>> };
  /** The entities that this one refers to, which have to exist. */
  references: (entity: Entities[T]) => EntityKey[];
}

/** The tables of a review: the schema of their entities, and what those refer to. */
export const tables: { [T in TableName]: Table<T> } = {
  article: { schema: schemas.article, references: () => [] },
  drafts: { schema: schemas.drafts, references: () => [] },
  claims: {
    schema: schemas.claims,
    references: ({ judged, answers, tagIds }) => [
      ...[...(judged ? [judged] : []), ...answers].map(({ draftId }): EntityKey => `drafts/${draftId}`),
      ...tagIds.map((id): EntityKey => `tags/${id}`),
    ],
  },
  placements: {
    schema: schemas.placements,
    references: (placement) => [`claims/${placement.claimId}`, `drafts/${placement.draftId}`],
  },
  sources: {
    schema: schemas.sources,
    references: (source) => (source.derivedFrom ? [`sources/${source.derivedFrom}`] : []),
  },
  evidence: {
    schema: schemas.evidence,
    references: (evidence) => [`claims/${evidence.claimId}`, `sources/${evidence.sourceId}`],
  },
  attachments: {
    schema: schemas.attachments,
    references: (attachment) => [`sources/${attachment.sourceId}`],
  },
  dismissals: { schema: schemas.dismissals, references: (dismissal) => [`drafts/${dismissal.draftId}`] },
  proposedEvidence: {
    schema: schemas.proposedEvidence,
    references: (proposed) => [`claims/${proposed.claimId}`],
  },
  tags: { schema: schemas.tags, references: () => [] },
  dismissedQueries: { schema: schemas.dismissedQueries, references: () => [] },
};

interface OfTable<T extends TableName> {
  rows: Entities[T][];
  rowsById: Map<string, Entities[T]>;
  rowsSchema: z.ZodType<Entities[T][]>;
}

/** Creates an object with a value for each table, whose type depends on the table. */
export function mapTables<K extends keyof OfTable<TableName>>(
  create: <T extends TableName>(table: T) => OfTable<T>[K],
): { [T in TableName]: OfTable<T>[K] };
export function mapTables(create: (table: TableName) => unknown): Record<TableName, unknown> {
  return createRecord(tableNames, create);
}

/** Splits a key into table and id. Throws on an unknown table, which would be a bug. */
export function parseEntityKey(key: EntityKey): { table: TableName; id: string } {
  const [table = '', id = ''] = key.split('/');
  const known = tableNames.find((name) => name === table);
  if (!known) throw new Error(`no table ${table}`);
  return { table: known, id };
}
