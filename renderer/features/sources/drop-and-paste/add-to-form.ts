import { readAddressFields } from '../../../../shared/references/address-fields';
import { clearErrors, showError, showNotice } from '../../../state/notices';
import type { SourceFormState } from '../form/use-source-form';
import type { EvidenceInput } from './evidence-input';
import { fillInQuote, fillInSource } from './fill-in';
import { readPastedRecords, showLeftOutRecords } from './pasted-records';
import { getToday } from './today';

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
