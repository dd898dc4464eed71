import type { Query } from '../base/query.ts';
import { formatCalculated, type NumberText, quoteSpan, toPlaces } from './number-text.ts';
import { getSignClass, type Phrase } from './phrase.ts';
import { rest } from './totals.ts';

/** Words of sentences about several wholes, about changes, or about questions with several answers. */
const otherWholes =
  /(?<!\p{sc=Latn})(?:of|from|by|than|up|down|rose|fell|grew|men|women|respectively|each|year|years|ago|last|compared|increase[ds]?|decrease[ds]?|more|less|also|both|at least|von|um|als|auf|männer[n]?|frauen|jeweils|je|vorjahr|mehr|weniger|auch|gegenüber|stieg|sank|jahr|jahren|mehrfachnennungen)(?!\p{sc=Latn})/giu;
const firstOf = /^[^\ue300-\ue3ff]{0,80}[\ue300-\ue3ff]? ?(?:of|von|der)\s/iu;
const percent = `[${getSignClass('percent')}]`;
const isList = new RegExp(
  `${percent}[^.;:()]{0,70}(?:,|;| and| und| sowie| while| \\()[^.;:()]{0,40}${percent}`,
  'u',
);
/** How far shares may miss 100 per cent because of rounding, in percentage points. */
const maxRounding = 1.2;
/** Shares that miss 100 per cent by more are no shares of one whole, in percentage points. */
const maxExcess = 25;
/** How far a share behind words such as "about" may be off, in percentage points. */
const looseness = 2.5;

/** Raises a query for shares of one whole in a sentence that add up to more than 100 per cent, or, with the rest, to less. */
export function findWrongShares({ draft, phrases }: NumberText): Query[] {
  return phrases.flatMap((phrase): Query[] => {
    const shares = phrase.figures.filter(({ kind }) => kind === 'percent');
    const hasRest = rest.test(phrase.encoded);
    if (shares.length < (hasRest ? 2 : 3) || shares.some(({ value }) => value <= 0)) return [];
    if (!isList.test(phrase.encoded) || hasOtherWholes(phrase)) return [];
    const sum = shares.reduce((subtotal, { value }) => subtotal + value, 0);
    const rounding = maxRounding + looseness * shares.filter(({ bound }) => bound !== null).length;
    const isOver = sum > 100 + rounding && sum <= 100 + maxExcess;
    const isUnder = hasRest && sum < 100 - rounding && sum >= 100 - maxExcess && endsInRest(phrase);
    if (!isOver && !isUnder) return [];
    const added = shares.map((share) => quoteSpan(draft, share)).join(' + ');
    const explanation = `${added} is ${formatCalculated(sum, 1)} %, not 100 %.`;
    return [{ rule: 'total', places: toPlaces(shares), explanation }];
  });
}

function hasOtherWholes({ encoded }: Phrase): boolean {
  const allowed = firstOf.exec(encoded)?.[0].length ?? 0;
  const behind = encoded
    .slice(allowed)
    .replace(/ (?:of|von) (?:the|them|den|der|ihnen)?(?=[^\ue300-\ue3ff]*$)/u, ' ');
  return (
    (behind.match(otherWholes) ?? []).some((word) => !/^(?:of|von)$/i.test(word)) ||
    (behind.match(/ (?:of|von) /g) ?? []).length > 1
  );
}

/** Whether the last share is the rest: "the remaining 20 per cent". */
function endsInRest({ encoded }: Phrase): boolean {
  const last = encoded.search(/[\ue300-\ue3ff](?!.*[\ue300-\ue3ff])/u);
  return rest.test(encoded.slice(Math.max(0, last - 40), last + 40));
}
