import { invalidDateMessage, invalidUrlMessage } from '#renderer/window/state/library/article-form.ts';
import type { Evidence, Stance } from '#shared/domain/base/evidence.ts';
import { dateSchema, normalizeInput, normalizeLineInput } from '#shared/domain/base/primitives.ts';
import { type Source, type SourceTextField, sourceFieldTraits } from '#shared/domain/base/source.ts';
import {
  getFallbackTitle,
  hasFallbackTitle,
  isTextFieldOfKind,
  type SourceFields,
  sourceTextFields,
} from '#shared/domain/base/source-fields.ts';
import type { StandingDetails } from '#shared/domain/base/source-standing.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { type EvidenceFields, getEvidenceFields } from '#shared/domain/sources/evidence-edits.ts';
import { parseAddress } from '#shared/references/addresses.ts';
import { createRecord } from '#shared/text/sequences/records.ts';

/** The values of a source form, with every text as it was typed. */
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

export type SourceFormErrors = Partial<Record<SourceTextField, string>>;

export interface ParsedSourceForm {
  ok: true;
  source: SourceFields;
  evidence: EvidenceFields;
}

/**
 * Parses the values of a source form. Values in fields that the kind of source does not have are ignored: they were typed before
 * the kind was changed.
 */
export function parseSourceForm(
  values: SourceFormValues,
): ParsedSourceForm | { ok: false; errors: SourceFormErrors } {
  const { kind, primary, secondary, confidential, derivedFrom, stance } = values;
  const parsed = createRecord(sourceTextFields, (field) =>
    isTextFieldOfKind(field, kind) ? parseText(field, values[field]) : null,
  );
  const titleUrl = parseUrlInTitle(values.title);
  const url = parsed.url === null ? titleUrl : parsed.url;
  const typedTitle = titleUrl !== null && titleUrl === url ? null : parsed.title;
  const title = typedTitle ?? (url ? getFallbackTitle(url) : null);
  const invalid = sourceTextFields.filter((field) => parsed[field] === undefined);
  if (title === null || url === undefined || invalid.length > 0)
    return {
      ok: false,
      errors: {
        ...(title === null && url === null && { title: 'A source needs a title, a name or an address.' }),
        ...Object.fromEntries(
          invalid.map((field) => [field, isDate(field) ? invalidDateMessage : invalidUrlMessage]),
        ),
      },
    };
  return {
    ok: true,
    source: {
      kind,
      ...createRecord(sourceTextFields, (field) => parsed[field] ?? null),
      title,
      url,
      primary,
      // A source cannot be both. One that was stored as both is shown as primary everywhere.
      secondary: secondary && !primary,
      confidential,
      derivedFrom,
    },
    evidence: {
      stance,
      locator: normalizeLineInput(values.locator),
      quote: normalizeInput(values.quote),
      note: normalizeInput(values.note),
    },
  };
}

function isDate(field: SourceTextField): boolean {
  return sourceFieldTraits[field].input === 'date';
}

/** Null for an empty field, undefined for an invalid date or address. */
function parseText(field: SourceTextField, text: string): string | null | undefined {
  if (sourceFieldTraits[field].input === 'line') return normalizeLineInput(text);
  const value = normalizeInput(text);
  if (value === null) return null;
  if (isDate(field)) return dateSchema.safeParse(value).success ? value : undefined;
  return parseAddress(text) ?? undefined;
}

/** The address that was typed into the title field; null where it holds a title. */
function parseUrlInTitle(title: string): string | null {
  return /\s/.test(title.trim()) ? null : parseAddress(title);
}

/** The fields of a stored source that a person fills in. */
export function getSourceFields({
  id: _,
  standing: __,
  standingReason: ___,
  standingSince: ____,
  ...fields
}: Source): SourceFields {
  return fields;
}

/**
 * The stored fields with those that were changed in the form since it was opened (`initial`). Fields that the form did not
 * change keep the stored value, which may be newer. Without `initial`, the form decides every field.
 */
export function applyFormChanges<T extends object>(stored: T, initial: T | null, filled: T): T {
  const initialValues = new Map<string, unknown>(Object.entries(initial ?? {}));
  const changed = Object.entries(filled).filter(([name, value]) => initialValues.get(name) !== value);
  return { ...stored, ...Object.fromEntries(changed) };
}

/** The same for a source. It cannot be both primary and secondary: if both changed, the form decides. */
export function applySourceFormChanges(
  stored: SourceFields,
  initial: SourceFields | null,
  filled: SourceFields,
): SourceFields {
  const { primary, secondary } = filled;
  const fields = applyFormChanges(stored, initial, filled);
  return fields.primary && fields.secondary ? { ...fields, primary, secondary } : fields;
}

export function removeDeletedOrigin(review: Review, fields: SourceFields): SourceFields {
  const exists = fields.derivedFrom === null || review.sources.has(fields.derivedFrom);
  return exists ? fields : { ...fields, derivedFrom: null };
}
