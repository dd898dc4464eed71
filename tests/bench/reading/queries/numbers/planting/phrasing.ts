import type { QueryRule } from '../../../../../../shared/queries/query';
import type { Random } from '../../../../support/random';

/** The words of an article that a planted statement is about. */
export interface Subject {
  /** A thing that the article is about, with its article: "the project", "die Mühle". */
  topic: string;
  /** A person that the article names. */
  person: string;
  place: string;
  /** The year that the article is written in. */
  year: number;
}

/** The parts of a statement with its numbers, right or wrong: sentences that go into different places of an article. */
export type WrittenStatement = [string, ...string[]];

/** A way to state something with numbers that can be checked against each other. */
export interface Phrasing {
  rule: QueryRule;
  /** Whether the rules are not to be improved by looking at it: it shows how they do on phrasings that nobody thought of. */
  isHeldBack: boolean;
  write(random: Random, subject: Subject, isWrong: boolean): WrittenStatement;
}

/** A whole number between two bounds, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + random.below(high - low + 1);
}

/** A number that clearly is another: by a twelfth to a third more or less. */
export function falsify(random: Random, value: number): number {
  const share = 0.09 + random.next() * 0.25;
  const wrong = Math.round(value * (random.below(2) === 0 ? 1 + share : 1 - share));
  return wrong === value ? value + 2 : wrong;
}

/** A number with two of its digits swapped, or ten times as large. */
export function mistype(random: Random, value: number): number {
  const digits = String(value);
  for (let index = random.below(digits.length); index + 1 < digits.length; index += 1) {
    const [a = '', b = ''] = [digits[index], digits[index + 1]];
    if (a !== b && b !== '0') return Number(digits.slice(0, index) + b + a + digits.slice(index + 2));
  }
  return value * 10;
}

/** Makes the first letter a capital one. */
export function startSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
