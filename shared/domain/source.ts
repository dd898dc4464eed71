import { z } from 'zod';
import { dateSchema, idSchema, lineSchema, momentSchema, proseSchema, titleSchema } from './primitives';
import { urlSchema } from './url';

export const sourceKinds = ['webPage', 'document', 'dataset', 'person'] as const;

type SourceKind = (typeof sourceKinds)[number];

/** The words for each kind, as they stand in the interface and, in lower case, in a report. */
export const sourceKindLabels: Record<SourceKind, string> = {
  webPage: 'Web page',
  document: 'Document',
  dataset: 'Dataset',
  person: 'Person',
};

/** `withdrawn` or `wrong` puts every claim that rests on the source to re-check. */
export const sourceStandings = ['good', 'withdrawn', 'wrong'] as const;

export type SourceStanding = (typeof sourceStandings)[number];

export const sourceStandingLabels: Record<SourceStanding, string> = {
  good: 'Stands',
  withdrawn: 'Withdrawn',
  wrong: 'Wrong',
};

export const sourceSchema = z.strictObject({
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
  primary: z.boolean(),
  /** Whether it was said to be secondary. A source may be neither: then nothing was said. */
  secondary: z.boolean().default(false),
  confidential: z.boolean(),
  /** The source that this one repeats. */
  derivedFrom: idSchema.nullable(),
  standing: z.enum(sourceStandings),
  /** Why it no longer stands; null while it does, and when no reason was given. */
  standingReason: proseSchema.default(null),
  /** When that was said; null while it stands, and where an earlier version did not keep it. */
  standingSince: momentSchema.nullable().default(null),
});

/** Where knowledge comes from. */
export type Source = z.infer<typeof sourceSchema>;

/** Whether a source is primary or secondary, in words; null when nobody said. */
export function primacyWords({ primary, secondary }: Pick<Source, 'primary' | 'secondary'>): string | null {
  if (primary) return 'primary';
  return secondary ? 'secondary' : null;
}
