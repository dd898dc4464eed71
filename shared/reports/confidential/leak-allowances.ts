import { headOfFile } from '../extract/from-html';
import type { Place } from '../extract/report-part';
import type { Secret } from './confidential-terms';
import { type Found, leakSentences, searchFor, totalIn } from './find-leaks';

/** Of a secret, the places that hold it more often than they rightly do. */
function excess(found: Found, rightly: Found, secret: Secret): string[] {
  const counts = Array.from(found.get(secret) ?? []);
  return counts.flatMap(([where, count]) => (count > (rightly.get(secret)?.get(where) ?? 0) ? where : []));
}

/** Whether a report without anything confidential holds the secret, and that is enough. */
function isExcused(secret: Secret, rightly: Found): boolean {
  return secret.isShared === true && rightly.has(secret);
}

/** A sentence for each secret and place that holds it more often than the report without anything confidential. */
export function leaksBeside(found: Found, rightly: Found): string[] {
  const told = Array.from(found.keys()).filter((secret) => !isExcused(secret, rightly));
  return leakSentences(told.map((secret) => [secret, excess(found, rightly, secret)] as const));
}

/**
 * What must not stand in the file that is printed from the places, and how often it may stand there: as often as it does
 * rightly, and as its letters do by chance as soon as spaces are left out.
 */
export function secretsInPrint(
  secrets: readonly Secret[],
  places: readonly Place[],
  found: Found,
  rightly: Found,
): Secret[] {
  const pages = places.filter(({ shown }) => shown);
  const hidden = places.filter(({ shown }) => !shown);
  const onPages = new Set(pages.map(({ where }) => where));
  const inPrint = searchFor(secrets, pages, { medium: 'printed', runsOn: true });
  const inHidden = searchFor(secrets, hidden, { medium: 'printed', runsOn: false });
  return secrets.flatMap((secret) => {
    if (isExcused(secret, rightly)) return [];
    const total = (all: Found) => totalIn(all, secret, (where) => onPages.has(where));
    const inText = Math.max(0, totalIn(inPrint, secret) - (total(found) - total(rightly)));
    const onEachPage = inHidden.get(secret)?.get(headOfFile) ?? 0;
    const byChance = !found.has(secret) && (inPrint.has(secret) || inHidden.has(secret));
    const beside = rightly.has(secret) || byChance;
    return inText === 0 && !beside ? secret : { ...secret, rightly: { inText, onEachPage, beside } };
  });
}
