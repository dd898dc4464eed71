import { controlsAreReachable } from './laws/controls-are-reachable';
import { controlsCanBeHit } from './laws/controls-can-be-hit';
import { focusIsVisible } from './laws/focus-is-visible';
import { rowsDoNotOverlap } from './laws/rows-do-not-overlap';
import { textIsNotClipped } from './laws/text-is-not-clipped';
import { type ScreenState, screenReaders } from './screen/screen-state';
import { createElementTools } from './tools/element-tools';
import { createGeometryTools } from './tools/geometry-tools';
import type { PageTools } from './tools/page-tools';
import { waitUntilIdle } from './wait-until-idle';

// Everything in this folder runs in the window:
//
//   wait-until-idle.ts  waits until nothing changes any more
//   screen/             reads what is on the screen, for the laws in ../laws
//   laws/               laws about the layout; each returns its violations
//   tools/              functions that the others share
//   measure-span.ts     finds where words are, for the mouse
//   wait-for-wheel.ts   waits until the wheel has scrolled

const layoutLaws: Record<string, (tools: PageTools) => string[]> = {
  'no two rows overlap': rowsDoNotOverlap,
  'every enabled control in view can be hit at its centre': controlsCanBeHit,
  'no text is cut off without its full text elsewhere': textIsNotClipped,
  'every control can be scrolled into view': controlsAreReachable,
  'the focus is on something visible': focusIsVisible,
};

export interface PageInspection {
  screen: ScreenState;
  /** Descriptions of all violations of the layout laws. */
  violations: string[];
}

/**
 * An expression that waits in the window until nothing changes, and evaluates to a `PageInspection`. It is a single call, because
 * a call costs more than the inspection. The functions stay in the window for the next inspection.
 */
export function createInspectScript(): string {
  const laws = Object.entries(layoutLaws).map(([name, law]) => `[${JSON.stringify(name)}, ${law}]`);
  return `(async () => {
    globalThis.stetWalk ??= {
      waitUntilIdle: ${waitUntilIdle},
      tools: { ...(${createElementTools})(), ...(${createGeometryTools})() },
      readers: [${screenReaders.join(', ')}],
      laws: [${laws.join(', ')}],
    };
    const { waitUntilIdle, tools, readers, laws } = globalThis.stetWalk;
    await waitUntilIdle();
    const violations = laws.flatMap(([name, law]) => law(tools).map((violation) => name + ': ' + violation));
    return { screen: Object.assign({}, ...readers.map((read) => read(tools))), violations };
  })()`;
}
