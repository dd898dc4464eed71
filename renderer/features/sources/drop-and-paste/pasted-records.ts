import { readReferences } from '../../../../shared/references/read-reference';
import type { ReferenceFields } from '../../../../shared/references/reference-fields';
import { clearErrors, showError } from '../../../state/notices';

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
