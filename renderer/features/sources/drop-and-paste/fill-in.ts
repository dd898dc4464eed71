import { maxProseLength } from '../../../../shared/domain/primitives';
import { joinQuotes } from '../../../../shared/domain/sources/merging/merge-evidence';
import { parseAddress } from '../../../../shared/references/addresses';
import type { ReferenceFields } from '../../../../shared/references/reference-fields';
import { formatNumber } from '../../../../shared/text/format/format-number';
import { listAll } from '../../../../shared/text/sequences/list-all';
import { type SourceFormValues, toKnownValues } from '../form/source-form-values';

/** The filled-in values, or a message that says why they were left as they are. */
export type FillResult = { ok: true; values: SourceFormValues } | { ok: false; message: string };

const fillableTexts = listAll<Exclude<keyof ReferenceFields, 'kind'>>()([
  'title',
  'author',
  'publisher',
  'publishedAt',
  'accessedAt',
  'url',
]);

/**
 * Fills in the empty fields from a link or a record. `today` becomes the day on which a page was read. Refused when the form is
 * about another source.
 */
export function fillInSource(
  values: SourceFormValues,
  reference: ReferenceFields,
  today: string,
): FillResult {
  if (isOtherSource(values, reference))
    return {
      ok: false,
      message: 'The form already has another source. Attach or cancel it first, then try again.',
    };
  const known = toKnownValues(reference);
  if (known.url !== undefined) known.accessedAt ??= today;
  const isEmpty = (name: (typeof fillableTexts)[number]) => values[name].trim() === '';
  return {
    ok: true,
    values: {
      ...values,
      ...Object.fromEntries(
        fillableTexts.map((name) => [name, isEmpty(name) ? (known[name] ?? '') : values[name]]),
      ),
      kind: fillableTexts.every(isEmpty) ? (known.kind ?? values.kind) : values.kind,
    },
  };
}

/** Adds text to the quote. */
export function fillInQuote(values: SourceFormValues, text: string): FillResult {
  const quote = joinQuotes(values.quote, text);
  if (quote.length > maxProseLength)
    return {
      ok: false,
      message: `This text is too long for a quote, which can have ${formatNumber(maxProseLength)} characters. Nothing was added; choose a shorter part.`,
    };
  return { ok: true, values: { ...values, quote } };
}

const tableExtension = /\.(?:csv|tsv|xlsx?|ods|sav|dta|parquet|jsonl?)$/i;

/** Fills in the title and the kind from the name of a file, unless there is a title. */
export function fillInFromFile(values: SourceFormValues, fileName: string): SourceFormValues {
  if (values.title.trim() !== '') return values;
  const stem = fileName.replace(/\.[^.]{1,8}$/, '');
  const title = stem.replace(/_+/g, ' ').trim();
  const kind = tableExtension.test(fileName) ? 'dataset' : 'document';
  return { ...values, title: title === '' ? fileName : title, kind: values.url === '' ? kind : values.kind };
}

function isOtherSource(values: SourceFormValues, { url, title }: ReferenceFields): boolean {
  if (url && values.url.trim() !== '') return parseAddress(values.url) !== url;
  return title !== undefined && values.title.trim() !== '' && values.title.trim() !== title;
}
