import { dateSchema, normalizeInput, normalizeLineInput } from '../../../../../shared/domain/primitives';
import type { EvidenceFields } from '../../../../../shared/domain/sources/evidence-edits';
import { getFallbackTitle } from '../../../../../shared/domain/sources/fallback-title';
import { isFieldOfKind } from '../../../../../shared/domain/sources/merging/compare-sources';
import type { SourceFields } from '../../../../../shared/domain/sources/source-fields';
import { parseAddress } from '../../../../../shared/references/addresses';
import { invalidDateMessage, invalidUrlMessage } from '../../../../state/field-messages';
import type { SourceFormValues } from './source-form-values';

/** The message below each field that has an invalid value. */
export type SourceFormErrors = Partial<
  Record<'title' | 'url' | 'archiveUrl' | 'publishedAt' | 'accessedAt', string>
>;

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
  const typedUrl = parseUrl(values.url);
  const titleUrl = parseUrlInTitle(values.title);
  const url = typedUrl === null ? titleUrl : typedUrl;
  const typedTitle = titleUrl !== null && titleUrl === url ? null : normalizeLineInput(values.title);
  const title = typedTitle ?? (url ? getFallbackTitle(url) : null);
  const archiveUrl = isFieldOfKind('archiveUrl', kind) ? parseUrl(values.archiveUrl) : null;
  const publishedAt = isFieldOfKind('publishedAt', kind) ? parseDate(values.publishedAt) : null;
  const accessedAt = parseDate(values.accessedAt);
  if (
    title === null ||
    url === undefined ||
    archiveUrl === undefined ||
    publishedAt === undefined ||
    accessedAt === undefined
  )
    return {
      ok: false,
      errors: {
        ...(title === null && url === null && { title: 'A source needs a title, a name or an address.' }),
        ...(url === undefined && { url: invalidUrlMessage }),
        ...(archiveUrl === undefined && { archiveUrl: invalidUrlMessage }),
        ...(publishedAt === undefined && { publishedAt: invalidDateMessage }),
        ...(accessedAt === undefined && { accessedAt: invalidDateMessage }),
      },
    };
  return {
    ok: true,
    source: {
      ...{ kind, title, url, archiveUrl, publishedAt, accessedAt, primary },
      // A source cannot be both. One that was stored as both is shown as primary everywhere.
      secondary: secondary && !primary,
      ...{ confidential, derivedFrom },
      author: isFieldOfKind('author', kind) ? normalizeLineInput(values.author) : null,
      publisher: normalizeLineInput(values.publisher),
      contact: isFieldOfKind('contact', kind) ? normalizeLineInput(values.contact) : null,
      alsoHide: normalizeLineInput(values.alsoHide),
    },
    evidence: {
      stance,
      locator: normalizeLineInput(values.locator),
      quote: normalizeInput(values.quote),
      note: normalizeInput(values.note),
    },
  };
}

/** Null for an empty field, undefined for an invalid date. */
function parseDate(text: string): string | null | undefined {
  const value = normalizeInput(text);
  return value === null || dateSchema.safeParse(value).success ? value : undefined;
}

/** Null for an empty field, undefined for an invalid address. */
function parseUrl(text: string): string | null | undefined {
  return normalizeInput(text) === null ? null : (parseAddress(text) ?? undefined);
}

/** The address that was typed into the title field; null where it holds a title. */
function parseUrlInTitle(title: string): string | null {
  return /\s/.test(title.trim()) ? null : parseAddress(title);
}
