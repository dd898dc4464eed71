import type { Source } from '../source';
import { browserUrl } from '../url';

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/** An address without what does not change where it leads: scheme, `www.`, a fragment, a slash at the end. */
function addressKey(url: string): string {
  return browserUrl(url)
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');
}

type Described = Pick<Source, 'kind' | 'title' | 'author' | 'url'>;

/** What makes two sources look like one: the same address, or the same title by the same author. */
function keysOf({ title, author, url, kind }: Described): string[] {
  const named = folded(title);
  return [
    ...(url === null ? [] : [`at ${addressKey(url)}`]),
    ...(named === '' ? [] : [`${kind} ${named} by ${folded(author ?? '')}`]),
  ];
}

/** Whether two sources are one to a reader: by their address, and where neither has one by kind, title and author. */
export function isSameSource(a: Described, b: Described): boolean {
  if (a.url !== null || b.url !== null)
    return a.url !== null && b.url !== null && addressKey(a.url) === addressKey(b.url);
  return keysOf(a).some((key) => keysOf(b).includes(key));
}

/** Groups of sources that look like one and the same, also through each other, each in the order given. */
export function doublesAmong(sources: Iterable<Source>): Source[][] {
  const groupOf = new Map<Source, Source[]>();
  const firstWith = new Map<string, Source>();
  for (const source of sources) {
    let group = [source];
    for (const key of keysOf(source)) {
      const first = firstWith.get(key);
      if (!first) firstWith.set(key, source);
      const known = (first && groupOf.get(first)) ?? group;
      if (known === group) continue;
      // The smaller one moves, so that many doubles cost no more than a few.
      const [large, small] = known.length < group.length ? [group, known] : [known, group];
      large.push(...small);
      for (const member of small) groupOf.set(member, large);
      group = large;
    }
    groupOf.set(source, group);
  }
  const place = new Map(Array.from(groupOf.keys(), (source, at) => [source, at]));
  return [...new Set(groupOf.values())]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
}
