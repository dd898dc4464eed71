import { clearErrors, showError } from '#renderer/window/state/base/notices.ts';
import { maxProseLength } from '#shared/domain/base/primitives.ts';
import { joinQuotes } from '#shared/domain/sources/evidence-edits.ts';
import { parseAddress } from '#shared/references/addresses.ts';
import { readReferences } from '#shared/references/records/read-reference.ts';
import type { ReferenceFields } from '#shared/references/reference-fields.ts';
import { formatNumber } from '#shared/text/format/numbers.ts';
import { listAll } from '#shared/text/sequences/list-all.ts';
import { type SourceFormValues, toKnownValues } from './source-form-values.ts';

/** At most this many left-out records are named; the others are counted. */
const maxNamedRecords = 5;

/** The records of a pasted reference or bibliography. A form has room for one. */
interface PastedRecords {
  /** The first record that could be read; undefined when there is none. */
  record: ReferenceFields | undefined;
  /** The records that are left out, with null for one that could not be read. */
  others: readonly (ReferenceFields | null)[];
}

export async function readPastedRecords(text: string): Promise<PastedRecords> {
  const records = await readReferences(text);
  const record = records.find((each) => each !== null);
  return { record, others: record ? records.filter((each) => each !== record) : [] };
}

/** Shows which records the form leaves out, in place of what was said of an earlier paste. */
export function showLeftOutRecords(others: PastedRecords['others']): void {
  clearErrors('records');
  if (others.length === 0) return;
  const names = others
    .slice(0, maxNamedRecords)
    .map((other) => (other?.title === undefined ? 'one without a title' : `“${other.title}”`));
  const more = others.length > maxNamedRecords ? [`${others.length - maxNamedRecords} more`] : [];
  showError(
    `${others.length + 1} records were pasted, and this form takes one. Left out: ${[...names, ...more].join(', ')}. ` +
      'Paste each of them into a new source.',
    'records',
  );
}

/** Today on the reviewer's own clock, as an ISO 8601 date. */
export function getToday(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

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
