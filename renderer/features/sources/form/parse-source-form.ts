import { dateSchema, normalizeInput, normalizeLineInput } from '../../../../shared/domain/primitives';
import { sourceFieldTraits, type SourceTextField } from '../../../../shared/domain/source';
import type { EvidenceFields } from '../../../../shared/domain/sources/evidence-edits';
import { getFallbackTitle } from '../../../../shared/domain/sources/fallback-title';
import { isTextFieldOfKind, type SourceFields, sourceTextFields } from '../../../../shared/domain/sources/source-fields';
import { parseAddress } from '../../../../shared/references/addresses';
import { createRecord } from '../../../../shared/text/sequences/records';
import { invalidDateMessage, invalidUrlMessage } from '../../../state/field-messages';
import type { SourceFormValues } from './source-form-values';

/** The message below each field that has an invalid value. */
export type SourceFormErrors = Partial<Record<SourceTextField, string>>;

/** The parsed values of a form without errors. */
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
      ...{ title, url, primary },
      // A source cannot be both. One that was stored as both is shown as primary everywhere.
      secondary: secondary && !primary,
      ...{ confidential, derivedFrom },
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
