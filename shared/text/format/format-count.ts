import { formatNumber } from './format-number';

/** A number with the noun that goes with it: `1 claim`, `2 claims`, `1,204 claims`. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}
