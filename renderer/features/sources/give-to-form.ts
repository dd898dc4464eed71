import { addressFields } from '../../../shared/references/address-fields';
import { readReference } from '../../../shared/references/read-reference';
import { mention, say } from '../../state/notices';
import { today } from './fill-in';
import type { Given } from './given';
import { fillInQuote, fillInSource } from './given-draft';
import type { SourceFormState } from './use-form';

/** Fills what is dropped or pasted on it into a form that mends a source, or the evidence from it (`quotes`). */
export async function giveToForm(form: SourceFormState, given: Given, quotes: boolean): Promise<void> {
  if (given.kind === 'files') {
    form.take(given.files);
    return;
  }
  const read =
    given.kind === 'link'
      ? (addressFields(given.url) ?? { url: given.url })
      : given.kind === 'record' && (await readReference(given.text));
  const draft = form.latest()?.draft ?? form.draft;
  if (!read && !quotes) {
    mention('Words are quoted in the evidence of a claim. A source takes links and files.');
    return;
  }
  const filled = read
    ? fillInSource(draft, read, today())
    : fillInQuote(draft, given.kind === 'link' ? '' : given.text);
  if (filled.ok) form.change(filled.draft);
  else say(filled.problem);
}
