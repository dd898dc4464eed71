import type { Figure } from './figure';
import type { Token } from './tokens';

const words = new Map<string, NonNullable<Figure['bound']>>([
  ...[
    'about around roughly approximately some circa ca approx rund etwa ungefähr zirka gegen environ casi circa',
  ].flatMap((list) => list.split(' ').map((word) => [word, 'about'] as const)),
  ...['nearly almost under below fast knapp beinahe annähernd nahezu unter'].flatMap((list) =>
    list.split(' ').map((word) => [word, 'under'] as const),
  ),
  ...['over above exceeding über gut mehr'].flatMap((list) =>
    list.split(' ').map((word) => [word, 'over'] as const),
  ),
]);

const pairs = new Map<string, NonNullable<Figure['bound']>>([
  ['more than', 'over'],
  ['at least', 'over'],
  ['greater than', 'over'],
  ['mehr als', 'over'],
  ['less than', 'under'],
  ['fewer than', 'under'],
  ['up to', 'under'],
  ['at most', 'under'],
  ['as many', 'under'],
  ['weniger als', 'under'],
  ['bis zu', 'under'],
  ['close to', 'about'],
]);

/**
 * The precision of a figure by the words before it, and the first token that belongs to it. `least` is the first token that
 * belongs to no earlier figure. "More than" directly behind another figure compares the two, and says nothing about precision.
 */
export function readBound(
  tokens: readonly Token[],
  index: number,
  least: number,
): { bound: Figure['bound']; from: number } {
  const [before, beforeThat] = [tokens[index - 1], tokens[index - 2]];
  if (before?.type !== 'word' || index - 1 < least) {
    const isShort = before?.text === '.' && /^(?:ca|approx|c)$/.test(beforeThat?.lower ?? '');
    const isSign = before !== undefined && /^[~≈]$/.test(before.text);
    if (isShort && index - 2 >= least) return { bound: 'about', from: index - 2 };
    return isSign ? { bound: 'about', from: index - 1 } : { bound: null, from: index };
  }
  const pair = beforeThat && pairs.get(`${beforeThat.lower} ${before.lower}`);
  if (pair && index - 2 > least) return { bound: pair, from: index - 2 };
  if (pair && index - 2 === least && least === 0) return { bound: pair, from: index - 2 };
  const single = words.get(before.lower);
  return single && before.lower !== 'mehr'
    ? { bound: single, from: index - 1 }
    : { bound: null, from: index };
}
