import type { Source } from '../source';
import type { StandingDetails } from './source-standing';

/** The fields of a source that a person fills in. Its standing is set separately. */
export type SourceFields = Omit<Source, 'id' | keyof StandingDetails>;

/** The fields of a source that are typed as text and printed, at least for lawyers. */
export const printedTextFields = [
  'title',
  'author',
  'publisher',
  'publishedAt',
  'accessedAt',
  'url',
  'archiveUrl',
  'contact',
] as const;

/** The fields of a source that are typed as text. */
export const sourceTextFields = [...printedTextFields, 'alsoHide'] as const;

/** A source about which nothing is known yet. The order of the fields is the one in which they are stored. */
export const emptySourceFields: Omit<SourceFields, 'kind' | 'title'> = {
  author: null,
  publisher: null,
  publishedAt: null,
  accessedAt: null,
  url: null,
  archiveUrl: null,
  contact: null,
  alsoHide: null,
  primary: false,
  secondary: false,
  confidential: false,
  derivedFrom: null,
};
