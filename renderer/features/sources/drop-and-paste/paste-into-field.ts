import type { ReferenceFields } from '../../../../shared/references/reference-fields';
import { listKeys } from '../../../../shared/text/sequences/records';
import { showNotice } from '../../../state/notices';
import { toKnownValues } from '../form/source-form-values';
import type { SourceFormState } from '../form/use-source-form';
import { readPastedRecords, showLeftOutRecords } from './pasted-records';
import { getToday } from './today';

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
