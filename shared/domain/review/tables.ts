import type { z } from 'zod';
import { articleSchema } from '../article';
import { attachmentSchema } from '../attachment';
import { claimSchema } from '../claim';
import { dismissalSchema } from '../dismissal';
import { draftRowSchema } from '../draft';
import { evidenceSchema } from '../evidence';
import { placementSchema } from '../placement';
import { sourceSchema } from '../source';

const schemas = {
  article: articleSchema,
  drafts: draftRowSchema,
  claims: claimSchema,
  placements: placementSchema,
  sources: sourceSchema,
  evidence: evidenceSchema,
  attachments: attachmentSchema,
  dismissals: dismissalSchema,
};

export type TableName = keyof typeof schemas;

/** The entity that each table holds. */
export type Entities = { [T in TableName]: z.infer<(typeof schemas)[T]> };

/** Names one entity of a review. */
export type EntityKey = `${TableName}/${string}`;

interface Table<T extends TableName> {
  schema: z.ZodType<Entities[T]> & { shape: Readonly<Record<string, z.ZodType>> };
  /** The entities that this one cannot stand without. */
  references: (entity: Entities[T]) => EntityKey[];
}

/** Every table of a review: what it holds, and what its entities refer to. */
export const tables: { [T in TableName]: Table<T> } = {
  article: { schema: schemas.article, references: () => [] },
  drafts: { schema: schemas.drafts, references: () => [] },
  claims: {
    schema: schemas.claims,
    references: (claim) => (claim.judged ? [`drafts/${claim.judged.draftId}`] : []),
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
};

export const tableNames = [
  'article',
  'drafts',
  'claims',
  'placements',
  'sources',
  'evidence',
  'attachments',
  'dismissals',
] as const satisfies readonly TableName[];

/** Takes a key apart again. */
export function splitKey(key: EntityKey): { table: TableName; id: string } {
  const [table = '', id = ''] = key.split('/');
  const known = tableNames.find((name) => name === table);
  if (!known) throw new Error(`no table ${table}`);
  return { table: known, id };
}
