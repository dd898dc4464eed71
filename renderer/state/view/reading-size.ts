import { isObject } from '../../../shared/text/guards';
import { createPersistedStore } from '../persisted-store';

/** The factors by which the article's font sizes can be multiplied. */
const sizes = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5] as const;

const defaultSize = 1;

interface ReadingSize {
  size: number;
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value >= sizes[0] && value <= 2.5;
}

/** The factor by which the article's font sizes are multiplied. */
export const useReadingSize = createPersistedStore<ReadingSize, ReadingSize>({
  name: 'reading-size',
  initial: { size: defaultSize },
  isStored: isObject({ size: isSize }),
  toStored: ({ size }) => ({ size }),
});

/** The next larger (1) or smaller (-1) size; the same size at the end. */
export function getNextSize(size: number, by: 1 | -1): number {
  const next = by === 1 ? sizes.find((other) => other > size) : sizes.findLast((other) => other < size);
  return next ?? size;
}

export function adjustReadingSize(by: 1 | -1): void {
  useReadingSize.setState(({ size }) => ({ size: getNextSize(size, by) }));
}

export function resetReadingSize(): void {
  useReadingSize.setState({ size: defaultSize });
}
