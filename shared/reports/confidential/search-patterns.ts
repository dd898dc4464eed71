import type { Secret } from './confidential-terms';
import { folded } from './normalize-for-search';

/** Letters and figures that are searched for in a folded text. */
export interface Needle {
  secret: Secret;
  letters: string;
  /** Whether it stands there only where a word begins, and ends. */
  begins: boolean;
  ends: boolean;
  /** Where its own words begin, when they have to be the same: `Ek` is not `E. K.` Null when it does not matter. */
  within: readonly number[] | null;
}

/** `written` is a file that keeps words apart; in print, spaces and hyphens are not to be relied on. */
export type Medium = 'written' | 'printed';

/** In UTF-16 units: whatever is so long stands nowhere by chance, wherever words begin. */
const leastFree = { written: 16, printed: 8 } as const satisfies Record<Medium, number>;
/** Shorter ones are the same in the same words alone. */
const leastInOtherWords = 8;

/** A number as it is dialled, in whatever groups. */
const inGroups = /^\+?[\d\s()./-]+$/;
/** What telephone numbers end with whether or not the country and the area are dialled. */
const nationalEnd = 7;

/** What a secret is looked for as; null when it has too few letters. */
export function needleOf(secret: Secret, medium: Medium): Needle | null {
  const { letters, borders } = folded([secret.text]);
  if (letters.length < 2) return null;
  const isNumber = inGroups.test(secret.text.normalize('NFKC').trim());
  if (isNumber && letters.length >= nationalEnd)
    return { secret, letters: letters.slice(-nationalEnd), begins: false, ends: true, within: null };
  const isFree = letters.length >= leastFree[medium];
  const within = Array.from(borders.keys()).filter((at) => borders[at] === 1 && at < letters.length);
  return {
    ...{ secret, letters },
    // A figure beside another one is another number, also where a page ends and the next begins with its own.
    begins: !isFree || /^\p{N}/u.test(letters),
    ends: !isFree || /\p{N}$/u.test(letters),
    within: isNumber || letters.length >= leastInOtherWords ? null : within,
  };
}
