import type { Edit } from './change';
import { claimsRestingOn, derivedFrom } from './derivation';
import { withDespite } from './despite';
import { deleteEdit, updateEdit } from './edits';
import { type Review, referringTo } from './review';
import type { Source } from './source';
import type { Step } from './step';
import { browserUrl } from './url';

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

/** What makes two sources look like one: the same address, or the same title by the same author. */
function keysOf({ title, author, url, kind }: Source): string[] {
  const named = folded(title);
  return [
    ...(url === null ? [] : [`at ${addressKey(url)}`]),
    ...(named === '' ? [] : [`${kind} ${named} by ${folded(author ?? '')}`]),
  ];
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

/** The fields that the kept source lacks and the double has. A confidential double makes the kept one confidential. */
function filledFrom(kept: Source, double: Source, derived: string | null): Partial<Source> {
  // A person has no author and was not published; only a person has a contact.
  const fitting: Partial<Source> =
    kept.kind === 'person'
      ? { contact: kept.contact ?? double.contact }
      : {
          author: kept.author ?? double.author,
          publishedAt: kept.publishedAt ?? double.publishedAt,
          archiveUrl: kept.archiveUrl ?? double.archiveUrl,
        };
  return {
    ...fitting,
    publisher: kept.publisher ?? double.publisher,
    accessedAt: kept.accessedAt ?? double.accessedAt,
    url: kept.url ?? double.url,
    primary: kept.primary || double.primary,
    confidential: kept.confidential || double.confidential,
    standing: kept.standing === 'good' ? double.standing : kept.standing,
    derivedFrom: derived,
  };
}

/**
 * Makes one source of two: evidence, files and derived sources go over to the one that is kept, what it lacks is filled in,
 * and the double is deleted. One step, so one undo brings the double back whole.
 */
export function mergeSources(review: Review, kept: Source, double: Source): Step {
  const key = `sources/${double.id}` as const;
  const had = new Set(referringTo(review, `sources/${kept.id}`, 'attachments').map(({ sha256 }) => sha256));
  const files = referringTo(review, key, 'attachments').map((file) =>
    had.has(file.sha256)
      ? deleteEdit('attachments', file)
      : updateEdit('attachments', file, { sourceId: kept.id }),
  );
  // What would make the kept source repeat itself is dropped.
  const ring = new Set([kept, double].flatMap(({ id }) => [id, ...derivedFrom(review, id)]));
  const wanted = [kept.derivedFrom, double.derivedFrom].find((id) => id !== null && !ring.has(id)) ?? null;
  const edits: (Edit | null)[] = [
    updateEdit('sources', kept, filledFrom(kept, double, wanted)),
    ...referringTo(review, key, 'evidence').map((evidence) =>
      updateEdit('evidence', evidence, { sourceId: kept.id }),
    ),
    ...files,
    ...Array.from(claimsRestingOn(review, double.id), (claimId) => {
      const claim = review.claims.get(claimId);
      return claim ? withDespite(claim, (ids) => ids.map((id) => (id === double.id ? kept.id : id))) : null;
    }),
    ...referringTo(review, key, 'sources')
      .filter(({ id }) => id !== kept.id)
      .map((derived) => updateEdit('sources', derived, { derivedFrom: kept.id })),
    deleteEdit('sources', double),
  ];
  return { action: 'source.merge', edits: edits.filter((edit) => edit !== null) };
}
