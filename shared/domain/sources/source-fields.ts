import { createRecord, listKeys } from '../../text/sequences/records';
import { type Source, type SourceTextField, sourceFieldTraits } from '../source';
import type { StandingDetails } from './source-standing';

/** The fields of a source that a person fills in. Its standing is set separately. */
export type SourceFields = Omit<Source, 'id' | keyof StandingDetails>;

/** The fields of a source that are typed as text. */
export const sourceTextFields = listKeys(sourceFieldTraits);

/** Those that are printed, at least for lawyers. */
export type PrintedTextField = {
  [F in SourceTextField]: (typeof sourceFieldTraits)[F]['report'] extends 'none' ? never : F;
}[SourceTextField];

export const printedTextFields = sourceTextFields.filter(
  (field): field is PrintedTextField => sourceFieldTraits[field].report !== 'none',
);

/** The label of a field, in the form, on the card and in the history. */
export function getSourceTextLabel(field: SourceTextField, kind: Source['kind'] | null): string {
  const traits: { label: string; labelOfPerson?: string } = sourceFieldTraits[field];
  return (kind === 'person' && traits.labelOfPerson) || traits.label;
}

/** Whether sources of a kind have a field. */
export function isTextFieldOfKind(field: SourceTextField, kind: Source['kind']): boolean {
  const { of } = sourceFieldTraits[field];
  return of === 'all' || (of === 'persons') === (kind === 'person');
}

/** The texts by which a source is found in the library, or in its own article. */
export function listSearchedTexts(
  source: Partial<Record<SourceTextField, string | null>>,
  place: 'library' | 'article',
): string[] {
  return sourceTextFields.flatMap((field) => {
    const { search } = sourceFieldTraits[field];
    return search === 'library' || search === place ? (source[field] ?? []) : [];
  });
}

/** A source about which nothing is known yet. The order of the fields is the one in which they are stored. */
export const emptySourceFields: Omit<SourceFields, 'kind' | 'title'> = {
  ...createRecord(
    sourceTextFields.filter((field) => field !== 'title'),
    () => null,
  ),
  primary: false,
  secondary: false,
  confidential: false,
  derivedFrom: null,
};
