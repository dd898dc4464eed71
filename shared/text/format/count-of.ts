import { shownNumber } from './format-number';

/** `1 claim`, `2 claims`, `1,204 claims`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${shownNumber(count)} ${count === 1 ? one : many}`;
}
