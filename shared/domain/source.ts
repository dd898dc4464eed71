import { z } from 'zod';
import { storedObject } from '../text/stored-object';
import { dateSchema, idSchema, lineSchema, proseSchema, timestampSchema, titleSchema } from './primitives';
import { urlSchema } from './url';

/** CONTRIBUTING.md says how to add a kind. A book or a file is a `document`. */
export const sourceKinds = ['webPage', 'document', 'dataset', 'person'] as const;

type SourceKind = (typeof sourceKinds)[number];

/** The name of each kind in the interface and, in lower case, in reports. */
export const sourceKindLabels: Record<SourceKind, string> = {
  webPage: 'Web page',
  document: 'Document',
  dataset: 'Dataset',
  person: 'Person',
};

/**
 * Whether a source was withdrawn or is wrong, which makes it unreliable: every claim that rests on it has to be checked again.
 * `good` says only that nobody noted a problem, so it is shown as nothing.
 */
export const sourceStandings = ['good', 'withdrawn', 'wrong'] as const;

export type SourceStanding = (typeof sourceStandings)[number];

export const sourceStandingLabels: Record<SourceStanding, string> = {
  good: 'None noted',
  withdrawn: 'Withdrawn',
  wrong: 'Wrong',
};

export const sourceSchema = storedObject({
  id: idSchema,
  kind: z.enum(sourceKinds),
  title: titleSchema,
  author: lineSchema,
  publisher: lineSchema,
  publishedAt: dateSchema.nullable(),
  accessedAt: dateSchema.nullable(),
  url: urlSchema.nullable(),
  archiveUrl: urlSchema.nullable(),
  contact: lineSchema,
  /** Words that would give a confidential source away, such as a nickname or a job, separated by commas. Never printed. */
  alsoHide: lineSchema.default(null),
  primary: z.boolean(),
  /**
   * Whether the reviewer said that it is secondary. A source that is neither primary nor secondary has not been
   * classified.
   */
  secondary: z.boolean().default(false),
  confidential: z.boolean(),
  /** The id of the source whose information this one repeats. */
  derivedFrom: idSchema.nullable(),
  standing: z.enum(sourceStandings),
  /** Why the source is unreliable; null while it is not, and when no reason was given. */
  standingReason: proseSchema.default(null),
  /** When it became unreliable; null while it is not, and where an earlier version did not store it. */
  standingSince: timestampSchema.nullable().default(null),
});

/** A source of information: a web page, a document, a dataset or a person. */
export type Source = z.infer<typeof sourceSchema>;

/** "primary" or "secondary"; null when the source has not been classified. */
export function describePrimacy({
  primary,
  secondary,
}: Pick<Source, 'primary' | 'secondary'>): string | null {
  if (primary) return 'primary';
  return secondary ? 'secondary' : null;
}
