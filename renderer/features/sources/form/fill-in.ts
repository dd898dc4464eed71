import { readReferences } from '../../../../shared/references/read-reference';
import type { ReferenceFields } from '../../../../shared/references/reference-fields';
import { mention, say, settleProblems } from '../../../state/notices';
import { knownTyped } from './source-draft';
import type { SourceFormState } from './use-form';

const names = {
  kind: 'kind',
  title: 'title',
  author: 'author',
  publisher: 'publisher',
  publishedAt: 'date',
  accessedAt: 'day it was read',
  url: 'address',
} as const;

const fillable = ['title', 'author', 'publisher', 'publishedAt', 'accessedAt', 'url', 'kind'] as const;

/** Today by the reviewer's own clock, as a date of the form. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** At most this many left-out records are named; the others are counted. */
const mostNamed = 5;

/** Says which records the form, which has room for one, leaves out. */
export function leftOutWords(others: readonly (ReferenceFields | null)[]): string {
  const named = others
    .slice(0, mostNamed)
    .map((other) => (other?.title === undefined ? 'one without a title' : `“${other.title}”`));
  const more = others.length > mostNamed ? [`${others.length - mostNamed} more`] : [];
  return (
    `${others.length + 1} records were pasted, and this form takes one. Left out: ${[...named, ...more].join(', ')}. ` +
    'Paste each of them into a source of its own.'
  );
}

/**
 * Fills in what a pasted text tells, and says so; ordinary words are left alone, and so is what was filled in before. The
 * paste itself goes into its field all the same: a title takes the place of a pasted record, an address is put right.
 */
export async function fillIn(
  text: string,
  field: 'title' | 'url',
  form: Pick<SourceFormState, 'draft' | 'latest' | 'change'>,
): Promise<void> {
  const before = form.draft[field];
  // Only then has the paste gone in.
  await new Promise((resolve) => setTimeout(resolve));
  const left = form.latest()?.draft[field];
  const records = await readReferences(text);
  const read = records.find((record) => record !== null);
  const now = form.latest()?.draft;
  // Typed on, saved or cancelled meanwhile.
  if (!read || !now || now[field] !== left) return;
  const known = knownTyped(read);
  const filled = fillable.filter(
    (name) => known[name] !== undefined && (name === field || name === 'kind' || now[name] === ''),
  );
  form.change({
    ...Object.fromEntries(filled.map((name) => [name, known[name]])),
    ...(field === 'title' && { title: known.title ?? before }),
    // A page is read when its address is copied, as a rule.
    ...(known.url !== undefined && now.accessedAt === '' && { accessedAt: known.accessedAt ?? today() }),
  });
  mention(`Filled in what was pasted: ${filled.map((name) => names[name]).join(', ')}.`);
  settleProblems('records');
  const others = records.filter((record) => record !== read);
  if (others.length > 0) say(leftOutWords(others), 'records');
}
