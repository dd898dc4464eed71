import { readReference } from '../../../shared/references/read-reference';
import { mention } from '../../state/notices';
import { knownTyped, type SourceDraft } from './source-draft';

const names: Partial<Record<keyof SourceDraft, string>> = {
  kind: 'kind',
  title: 'title',
  author: 'author',
  publisher: 'publisher',
  publishedAt: 'date',
  accessedAt: 'day it was read',
  url: 'address',
};

/** Today by the reviewer's own clock, as a date of the form. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * What a pasted text fills in, and says so; null when it is ordinary words. `before` is the title before the paste: what was
 * pasted stands in its field by now, and a reference without a title leaves the old one there.
 */
export async function fillIn(
  text: string,
  before: string,
  accessedAt: string,
): Promise<Partial<SourceDraft> | null> {
  const read = await readReference(text);
  if (!read) return null;
  const known = { ...knownTyped(read) };
  mention(
    `Filled in what was pasted: ${Object.keys(known)
      .flatMap((name) => nameOf(name))
      .join(', ')}.`,
  );
  return {
    ...known,
    title: known.title ?? before,
    // A page is read when its address is copied, as a rule.
    ...(known.url !== undefined &&
      accessedAt === '' &&
      known.accessedAt === undefined && { accessedAt: today() }),
  };
}

function nameOf(field: string): string[] {
  return Object.entries(names).flatMap(([name, words]) => (name === field ? [words] : []));
}
