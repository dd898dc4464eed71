import type { DraftProposal } from '../proposal';
import type { Annotation } from './annotation';

export interface Commenter {
  /** Null when the file names nobody. */
  name: string | null;
  comments: number;
}

/**
 * Lists who wrote the comments on words of a proposal, replies included, in the order of their first comment. Their comments on no
 * words are counted as well, but nobody is listed for those alone: they become neither evidence nor notes. Comments of a report of
 * ours and the replies to them are left out: they are never the author's sources.
 */
export function listCommenters({
  claims,
  annotationsWithoutWords,
}: Pick<DraftProposal, 'claims' | 'annotationsWithoutWords'>): Commenter[] {
  const counts = new Map<string | null, number>();
  const list = (annotation: Annotation | null) =>
    annotation && !annotation.returned ? annotation.comments : [];
  const onWords = claims.flatMap(({ annotation }) => list(annotation));
  const others = annotationsWithoutWords.flatMap(list);
  for (const { by } of onWords) counts.set(by, (counts.get(by) ?? 0) + 1);
  for (const { by } of others) if (counts.has(by)) counts.set(by, (counts.get(by) ?? 0) + 1);
  return Array.from(counts, ([name, comments]) => ({ name, comments }));
}
