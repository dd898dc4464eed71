import type { Random } from '../../../../support/random';
import { between } from './phrasing';

/** A day of the last four years, with the number of its weekday or of another one: Sunday and January are 0. */
export function createRandomDate(random: Random, lastYear: number, hasWrongWeekday: boolean) {
  const [year, month, day] = [lastYear - random.below(4), random.below(12), between(random, 1, 28)];
  const weekday = new Date(Date.UTC(year, month, day)).getUTCDay();
  return { year, month, day, weekday: (weekday + (hasWrongWeekday ? between(random, 1, 6) : 0)) % 7 };
}
