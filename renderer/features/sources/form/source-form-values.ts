import type { Evidence, Stance } from '../../../../shared/domain/evidence';
import type { Source, SourceTextField } from '../../../../shared/domain/source';
import { getEvidenceFields } from '../../../../shared/domain/sources/evidence-edits';
import { hasFallbackTitle } from '../../../../shared/domain/sources/fallback-title';
import { type SourceFields, sourceTextFields } from '../../../../shared/domain/sources/source-fields';
import type { StandingDetails } from '../../../../shared/domain/sources/source-standing';
import { createRecord } from '../../../../shared/text/sequences/records';

/**
 * The values of a source form, with every text as it was typed. `parse-source-form.ts` parses them, and `apply-form-changes.ts`
 * applies them to a source that may have changed in the meantime.
 */
export interface SourceFormValues
  extends Pick<SourceFields, 'kind' | 'primary' | 'secondary' | 'confidential' | 'derivedFrom'>,
    Record<SourceTextField, string> {
  /** Null while nobody chose one: it follows the verdict of the claim. */
  stance: Stance | null;
  locator: string;
  quote: string;
  note: string;
}

const emptyTexts = createRecord(sourceTextFields, () => '');

export const emptyFormValues: SourceFormValues = {
  kind: 'webPage',
  ...emptyTexts,
  primary: false,
  secondary: false,
  confidential: false,
  derivedFrom: null,
  stance: null,
  locator: '',
  quote: '',
  note: '',
};

/** The form values for the known fields of a source. Unknown fields are left out. */
export function toKnownValues(
  known: Partial<Omit<Source, 'id' | keyof StandingDetails>>,
): Partial<SourceFormValues> {
  const { kind, primary, secondary, confidential, derivedFrom } = known;
  const texts = sourceTextFields.flatMap((name) => (known[name] == null ? [] : [[name, known[name]]]));
  return {
    ...Object.fromEntries(texts),
    ...(kind !== undefined && { kind }),
    ...(primary !== undefined && { primary }),
    ...(secondary !== undefined && { secondary }),
    ...(confidential !== undefined && { confidential }),
    ...(derivedFrom !== undefined && { derivedFrom }),
  };
}

/** The form values for a source, with '' for every field that it does not have. */
export function toSourceValues(source: Source): Partial<SourceFormValues> {
  return { ...emptyTexts, ...toKnownValues(source) };
}

/** The same for editing the source. A fallback title leaves the field empty, so that a better title can be typed. */
export function toEditableSourceValues(source: Source): Partial<SourceFormValues> {
  return { ...toSourceValues(source), ...(hasFallbackTitle(source) && { title: '' }) };
}

export function toEvidenceValues(evidence: Evidence): Partial<SourceFormValues> {
  const { stance, locator, quote, note } = getEvidenceFields(evidence);
  return { stance, locator: locator ?? '', quote: quote ?? '', note: note ?? '' };
}
