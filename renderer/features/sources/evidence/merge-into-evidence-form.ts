import { joinLocators, joinNotes, joinQuotes } from '../../../../shared/domain/sources/merging/merge-evidence';
import { sourceTextFields } from '../../../../shared/domain/sources/source-fields';
import type { SourceFormValues } from '../form/source-form-values';
import type { UnsavedForm } from '../form/unsaved-forms';

/**
 * Merges a form that attaches a source a second time into the values of the existing evidence. Changes to a picked source
 * overwrite its fields; a source that was typed again only fills empty fields. Quote, locator and note are added to the existing
 * ones.
 */
export function mergeIntoEvidenceForm(
  existing: SourceFormValues,
  { initialValues, values, picked }: Pick<UnsavedForm, 'initialValues' | 'values' | 'picked'>,
): SourceFormValues {
  const isChanged = (name: keyof SourceFormValues) => values[name] !== initialValues[name];
  // A source cannot be both primary and secondary, so the two change together.
  const isPrimacyChanged = isChanged('primary') || isChanged('secondary');
  const texts = sourceTextFields.filter((name) => (picked ? isChanged(name) : existing[name] === ''));
  return {
    ...existing,
    ...Object.fromEntries(texts.map((name) => [name, values[name]])),
    ...(picked && isChanged('kind') && { kind: values.kind }),
    ...(picked && isChanged('derivedFrom') && { derivedFrom: values.derivedFrom }),
    ...(isPrimacyChanged && { primary: values.primary, secondary: values.secondary }),
    ...(isChanged('stance') && { stance: values.stance }),
    confidential:
      picked && isChanged('confidential')
        ? values.confidential
        : existing.confidential || values.confidential,
    locator: joinLocators(existing.locator, values.locator),
    quote: joinQuotes(existing.quote, values.quote),
    note: joinNotes(existing.note, values.note),
  };
}
