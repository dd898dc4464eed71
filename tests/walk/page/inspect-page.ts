import {
  controlsAreReachable,
  controlsCanBeHit,
  focusIsVisible,
  rowsDoNotOverlap,
  textIsNotClipped,
} from './layout-laws.ts';
import { createElementTools, createGeometryTools, type PageTools } from './page-tools.ts';
import { type ScreenState, screenReaders } from './screen-state.ts';

/**
 * Resolves when the window has stopped changing, so that what is read then stays. Gives up after five seconds: then the laws
 * say what is wrong. Runs in the window, where it is sent as source text.
 */
async function waitUntilIdle(): Promise<void> {
  const waitForFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // React finishes its deferred updates before the window is idle.
  const waitForIdle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
  const isBusy = () =>
    document.querySelector('[aria-busy="true"], progress') !== null ||
    [...document.querySelectorAll('footer output')].some(({ textContent }) => textContent === 'Saving…') ||
    document.getAnimations().some((animation) => {
      const iterations = animation.effect?.getComputedTiming().iterations ?? 1;
      return animation.playState === 'running' && Number.isFinite(iterations);
    });
  const endTime = performance.now() + 5_000;
  await waitForFrame();
  await waitForIdle();
  while (isBusy() && performance.now() < endTime) await waitForFrame();
}

// Everything in this folder runs in the window, where it is sent as source text.

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
