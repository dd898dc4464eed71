import { clippedText } from './laws/text-is-not-clipped';
import { focusVisible } from './laws/focus-is-visible';
import { hitTest } from './laws/controls-can-be-hit';
import { inWindow } from './laws/controls-are-reachable';
import { noOverlap } from './laws/rows-do-not-overlap';
import { type Seen, see } from './read-screen';
import { settle } from './wait-until-idle';
import { makeTools, type Tools } from './page-tools';

/** The laws about what is drawn. */
const laws: Record<string, (tools: Tools) => string[]> = {
  'no two rows overlap': noOverlap,
  'every enabled control in view can be hit at its centre': hitTest,
  'no words are cut off without their full text': clippedText,
  'nothing lies outside without a scrollbar': inWindow,
  'the focus is on something visible': focusVisible,
};

export interface Look {
  seen: Seen;
  /** What breaks which law. */
  broken: string[];
}

/**
 * An expression that runs in the window: waits until nothing is under way, and looks. All is one call, since a call costs
 * more than the look; the functions are kept there for the next time.
 */
export function lookExpression(): string {
  const parts = Object.entries(laws).map(([name, law]) => `[${JSON.stringify(name)}, ${law}]`);
  return `(async () => {
    globalThis.stetWalk ??= { settle: ${settle}, see: ${see}, tools: (${makeTools})(), laws: [${parts.join(', ')}] };
    const { settle, see, tools, laws } = globalThis.stetWalk;
    await settle();
    const broken = laws.flatMap(([name, law]) => law(tools).map((what) => name + ': ' + what));
    return { seen: see(tools), broken };
  })()`;
}
