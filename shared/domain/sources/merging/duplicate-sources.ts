import { foldToLetters } from '../../../text/characters/folding';
import type { Source } from '../../source';
import { toBrowserUrl } from '../../url';

/** Keeps letters and digits only, in lower case, and a space for everything between them. */
function normalizeName(text: string): string {
  return foldToLetters(text, ' ').trim();
}

/** Removes the parts of an address that rarely change where it leads: scheme, `www.`, fragment and trailing slash. */
function normalizeUrl(url: string): string {
  return toBrowserUrl(url)
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');
}

type ComparedFields = Pick<Source, 'kind' | 'title' | 'author' | 'url'>;

/** Two sources that share a key look like the same one: same address, or same kind, title and author. */
function getIdentityKeys({ title, author, url, kind }: ComparedFields): string[] {
  const name = normalizeName(title);
  return [
    ...(url === null ? [] : [`at ${normalizeUrl(url)}`]),
    ...(name === '' ? [] : [`${kind} ${name} by ${normalizeName(author ?? '')}`]),
  ];
}

/** Whether two sources are the same to a reader: by address, and if neither has one, by kind, title and author. */
export function isSameSource(a: ComparedFields, b: ComparedFields): boolean {
  if (a.url !== null || b.url !== null)
    return a.url !== null && b.url !== null && normalizeUrl(a.url) === normalizeUrl(b.url);
  return getIdentityKeys(a).some((key) => getIdentityKeys(b).includes(key));
}

/**
 * Groups the sources that look like duplicates, directly or through others of the group. Groups and their members are in
 * the order of the given sources.
 */
export function findDuplicateGroups(sources: Iterable<Source>): Source[][] {
  const groupOf = new Map<Source, Set<Source>>();
  const firstWithKey = new Map<string, Source>();
  for (const source of sources) {
    let group = new Set([source]);
    for (const key of getIdentityKeys(source)) {
      const first = firstWithKey.get(key);
      if (!first) firstWithKey.set(key, source);
      const otherGroup = (first && groupOf.get(first)) ?? group;
      if (otherGroup === group) continue;
      // The smaller group joins the larger one, so that many duplicates do not take quadratic time.
      const [large, small] = otherGroup.size < group.size ? [group, otherGroup] : [otherGroup, group];
      for (const member of small) groupOf.set(member, large.add(member));
      group = large;
    }
    groupOf.set(source, group);
  }
  const sorted = new Map<Set<Source>, Source[]>();
  for (const [source, group] of groupOf) {
    const members = sorted.get(group);
    if (members) members.push(source);
    else sorted.set(group, [source]);
  }
  return [...sorted.values()].filter((group) => group.length > 1);
}
