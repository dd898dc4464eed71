import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What the article's sizes are multiplied by. */
const sizes = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5] as const;

const usual = 1;

const storedSchema = z.object({ size: z.number().min(sizes[0]).max(2.5) });

type ReadingSize = z.infer<typeof storedSchema>;

/** How large the article is set. Kept by the window itself, as the panels are: it is about this screen and its reader. */
export const useReadingSize = create<ReadingSize>()(
  persist((): ReadingSize => ({ size: usual }), {
    name: 'reading-size',
    merge: (stored, fresh) => ({ ...fresh, ...storedSchema.safeParse(stored).data }),
  }),
);

/** The next size up (1) or down (-1); the same where there is none. */
export function sizeBeside(size: number, by: 1 | -1): number {
  const next = by === 1 ? sizes.find((one) => one > size) : sizes.findLast((one) => one < size);
  return next ?? size;
}

export function changeReadingSize(by: 1 | -1): void {
  useReadingSize.setState(({ size }) => ({ size: sizeBeside(size, by) }));
}

export function resetReadingSize(): void {
  useReadingSize.setState({ size: usual });
}
