import { addressFields } from '../../../../shared/references/address-fields';
import { readReferences } from '../../../../shared/references/read-reference';
import { mention, say, settleProblems } from '../../../state/notices';
import { leftOutWords, today } from '../form/fill-in';
import type { SourceFormState } from '../form/use-form';
import type { Given } from './given';
import { fillInQuote, fillInSource } from './given-draft';

/** Fills what is dropped or pasted on it into a form that mends a source, or the evidence from it (`quotes`). */
export async function giveToForm(
  form: Pick<SourceFormState, 'draft' | 'latest' | 'change' | 'take'>,
  given: Given,
  quotes: boolean,
): Promise<void> {
  if (given.kind === 'files') {
    form.take(given.files);
    return;
  }
  const records = given.kind === 'record' ? await readReferences(given.text) : [];
  const record = records.find((each) => each !== null);
  const read = given.kind === 'link' ? (addressFields(given.url) ?? { url: given.url }) : record;
  const draft = form.latest()?.draft ?? form.draft;
  if (!read && !quotes) {
    mention('Words are quoted in the evidence of a claim. A source takes links and files.');
    return;
  }
  const filled = read
    ? fillInSource(draft, read, today())
    : fillInQuote(draft, given.kind === 'link' ? '' : given.text);
  settleProblems('form');
  if (!filled.ok) {
    say(filled.problem, 'form');
    return;
  }
  form.change(filled.draft);
  settleProblems('records');
  const others = records.filter((each) => each !== record);
  if (record && others.length > 0) say(leftOutWords(others), 'records');
}
