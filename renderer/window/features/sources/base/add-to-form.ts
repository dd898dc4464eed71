import { clearErrors, showError, showNotice } from '#renderer/window/state/base/notices.ts';
import { readAddressFields } from '#shared/references/address-fields.ts';
import type { ReferenceFields } from '#shared/references/reference-fields.ts';
import { listKeys } from '#shared/text/sequences/records.ts';
import type { EvidenceInput } from './evidence-input.ts';
import { fillInQuote, fillInSource, getToday, readPastedRecords, showLeftOutRecords } from './fill-in.ts';
import { toKnownValues } from './source-form-values.ts';
import type { SourceFormState } from './use-source-form.ts';

const fieldNames: Readonly<Record<keyof ReferenceFields, string>> = {
  title: 'title',
  author: 'author',
  publisher: 'publisher',
  publishedAt: 'date',
  accessedAt: 'date read',
  url: 'address',
  kind: 'kind',
};

const fillableFields = listKeys(fieldNames);

/**
 * Fills in the form from text that was pasted into its title or address field, and says so. Text that is no reference changes
 * nothing else, and fields with a value keep it. The browser has put the pasted text into its field by then: it is replaced by
 * the title or the normalized address.
 */
export async function fillInFromPaste(
  text: string,
  field: 'title' | 'url',
  form: Pick<SourceFormState, 'values' | 'getLatest' | 'change'>,
): Promise<void> {
  const valueBefore = form.values[field];
  // The text is in the field only after the paste event.
  await new Promise((resolve) => setTimeout(resolve));
  const valueAfter = form.getLatest()?.values[field];
  const { record, others } = await readPastedRecords(text);
  const values = form.getLatest()?.values;
  const isUntouched = values?.[field] === valueAfter;
  if (!record || !values || !isUntouched) return;
  const known = toKnownValues(record);
  const filled = fillableFields.filter(
    (name) => known[name] !== undefined && (name === field || name === 'kind' || values[name] === ''),
  );
  // People usually copy the address of a page that they have just read.
  const isReadToday = known.url !== undefined && values.accessedAt === '';
  form.change({
    ...Object.fromEntries(filled.map((name) => [name, known[name]])),
    ...(field === 'title' && { title: known.title ?? valueBefore }),
    ...(isReadToday && { accessedAt: known.accessedAt ?? getToday() }),
  });
  showNotice(`Filled in what was pasted: ${filled.map((name) => fieldNames[name]).join(', ')}.`);
  showLeftOutRecords(others);
}

/** Adds what was dropped or pasted to a form that edits a source, or evidence (`hasQuote`). */
export async function addToForm(
  form: Pick<SourceFormState, 'values' | 'getLatest' | 'change' | 'addFiles'>,
  input: EvidenceInput,
  hasQuote: boolean,
): Promise<void> {
  if (input.kind === 'files') {
    form.addFiles(input.files);
    return;
  }
  const { record, others } =
    input.kind === 'record' ? await readPastedRecords(input.text) : { record: undefined, others: [] };
  const reference = input.kind === 'link' ? (readAddressFields(input.url) ?? { url: input.url }) : record;
  const values = form.getLatest()?.values ?? form.values;
  if (!reference && !hasQuote) {
    showNotice('A source takes links and files. Add quotes to the evidence of a claim.');
    return;
  }
  const filled = reference
    ? fillInSource(values, reference, getToday())
    : fillInQuote(values, input.kind === 'link' ? '' : input.text);
  clearErrors('form');
  if (!filled.ok) {
    showError(filled.message, 'form');
    return;
  }
  form.change(filled.values);
  showLeftOutRecords(others);
}
