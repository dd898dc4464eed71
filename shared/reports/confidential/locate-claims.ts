import type { DraftClaims } from '../model/draft-claims';
import type { Report } from '../model/report-model';
import { formatUnplacedName } from '../wording/describe-claim';

/** The part of a report that a name means, within the name of a field of it: `the note on claim 3`. */
const partName = /(?:claim|source) \d+|entry \d+ of “[^”]+”/;

/**
 * Locates the claim that a part of a report belongs to, by the part's name: the claim itself, or for a source the first claim that
 * rests on it. `claims` are those that the report shows, in its order.
 */
export function createClaimLocator(
  { claims, unplaced }: Pick<Report, 'claims' | 'unplaced'>,
  shown: DraftClaims,
): (place: string) => string | null {
  const ids = new Map(shown.placed.map(({ number, claim }) => [`claim ${number}`, claim.id]));
  let index = 0;
  for (const group of unplaced)
    for (const position of group.claims.keys()) {
      const id = shown.unplaced[index]?.claim.id;
      if (id !== undefined) ids.set(formatUnplacedName(group, position + 1), id);
      index += 1;
    }
  for (const { number, evidence } of claims) {
    const id = ids.get(`claim ${number}`);
    for (const { source } of evidence)
      if (id !== undefined && !ids.has(`source ${source.number}`)) ids.set(`source ${source.number}`, id);
  }
  return (place) => {
    const [name = ''] = partName.exec(place) ?? [];
    return ids.get(name) ?? null;
  };
}
