import { z } from 'zod';
import { pickProperty } from '#shared/text/sequences/records.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import {
  dateSchema,
  idSchema,
  lineSchema,
  proseSchema,
  timestampSchema,
  titleSchema,
  urlSchema,
} from './primitives.ts';

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

export type LeakKind = 'title' | 'names' | 'organization' | 'contact' | 'address' | 'words';

interface FieldTraits {
  schema: z.ZodType<string | null>;
  label: string;
  /** Where it is another one for a person. */
  labelOfPerson?: string;
  /** Which kinds of sources have it: all, those that are no person (works), or persons. */
  of: 'all' | 'works' | 'persons';
  /** Where sources are found by it: in the library and the article, in the article alone, or nowhere. */
  search: 'library' | 'article' | 'none';
  /** Whether it is offered for copying when it could not be saved. Dates and copies in archives are soon found again. */
  isWords: boolean;
  /** Which reports print it of a source that they name: all, those for lawyers, or none. */
  report: 'all' | 'lawyers' | 'none';
}

/**
 * `input`: how it is typed, as a line of words, as a date or as an address. `leaks`: how reports are searched for it when the source is
 * confidential, and what messages call it: `by` the names of people or organizations in it, its parts as an address or a contact, or each
 * of its words. Null for a date alone, which says nothing by itself.
 */
type SourceFieldTraits = FieldTraits &
  ({ input: 'line' | 'address'; leaks: { by: LeakKind; name: string } } | { input: 'date'; leaks: null });

const line = { schema: lineSchema, input: 'line', of: 'all', isWords: true } as const;
const date = {
  schema: dateSchema.nullable(),
  input: 'date',
  of: 'all',
  search: 'none',
  isWords: false,
  report: 'all',
  leaks: null,
} as const;
const address = {
  schema: urlSchema.nullable(),
  input: 'address',
  of: 'all',
  report: 'all',
} as const;

/**
 * The fields of a source that are typed as text, in the order in which they are stored. Schema, form, search, merging, history and
 * reports follow this table. A new one needs a default in its schema.
 */
export const sourceFieldTraits = {
  title: {
    ...line,
    schema: titleSchema,
    label: 'Title',
    labelOfPerson: 'Name',
    search: 'library',
    report: 'all',
    leaks: { by: 'title', name: 'title' },
  },
  author: {
    ...line,
    label: 'Author',
    of: 'works',
    search: 'library',
    report: 'all',
    leaks: { by: 'names', name: 'author' },
  },
  publisher: {
    ...line,
    label: 'Publisher',
    labelOfPerson: 'Organization',
    search: 'library',
    report: 'all',
    leaks: { by: 'organization', name: 'publisher' },
  },
  publishedAt: { ...date, label: 'Published', of: 'works' },
  accessedAt: { ...date, label: 'Read on', labelOfPerson: 'Spoken to on' },
  url: {
    ...address,
    label: 'URL',
    search: 'library',
    isWords: true,
    leaks: { by: 'address', name: 'address' },
  },
  archiveUrl: {
    ...address,
    label: 'Archived at',
    of: 'works',
    search: 'none',
    isWords: false,
    leaks: { by: 'address', name: 'archive address' },
  },
  contact: {
    ...line,
    label: 'Contact',
    of: 'persons',
    search: 'article',
    report: 'lawyers',
    leaks: { by: 'contact', name: 'contact' },
  },
  /** Words that would give a confidential source away, such as a nickname or a job, separated by commas. */
  alsoHide: {
    ...line,
    schema: lineSchema,
    label: 'Also hide',
    search: 'none',
    report: 'none',
    leaks: { by: 'words', name: 'words to hide' },
  },
} as const satisfies Record<string, SourceFieldTraits>;

export type SourceTextField = keyof typeof sourceFieldTraits;

export const sourceSchema = storedObject({
  id: idSchema,
  kind: z.enum(sourceKinds),
  ...pickProperty(sourceFieldTraits, 'schema'),
  primary: z.boolean(),
  /**
   * Whether the reviewer said that it is secondary. A source that is neither primary nor secondary has not been
   * classified.
   */
  secondary: z.boolean(),
  confidential: z.boolean(),
  /** The id of the source whose information this one repeats. */
  derivedFrom: idSchema.nullable(),
  standing: z.enum(sourceStandings),
  /** Why the source is unreliable; null while it is not, and when no reason was given. */
  standingReason: proseSchema,
  /** When it became unreliable; null while it is not. */
  standingSince: timestampSchema.nullable(),
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
