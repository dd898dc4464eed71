import { chainAnchors } from '../anchors/chain-anchors';
import type { MatchBlock, TokenWindow } from '../blocks/match-blocks';
import { addBlock, canMatch, inOrder, type TokenMatching } from '../blocks/token-matching';

/** A window as a block, for finding the windows that keep their order. */
function toBlock({ before, beforeEnd, after }: TokenWindow): MatchBlock {
  return { before, after, length: beforeEnd - before };
}

function isInside(inner: TokenWindow, outer: TokenWindow): boolean {
  return (
    outer.before <= inner.before &&
    outer.beforeEnd >= inner.beforeEnd &&
    outer.after <= inner.after &&
    outer.afterEnd >= inner.afterEnd
  );
}

/**
 * Splits windows around smaller ones that lie inside them in the same order on both sides. Both lists are in order of the draft
 * before. `outside` are the smaller windows that lie in none of the larger ones, or out of order.
 */
export function splitWindows(
  windows: readonly TokenWindow[],
  inner: readonly TokenWindow[],
): { readonly windows: readonly TokenWindow[]; readonly outside: readonly TokenWindow[] } {
  if (inner.length === 0) return { windows, outside: inner };
  const inside = new Set<TokenWindow>();
  let next = 0;
  const parts = windows.flatMap((window) => {
    const candidates: TokenWindow[] = [];
    for (; next < inner.length; next += 1) {
      const candidate = inner[next];
      if (!candidate || candidate.before >= window.beforeEnd) break;
      if (isInside(candidate, window)) candidates.push(candidate);
    }
    if (candidates.length === 0) return [window];
    const chosen = chainWindows(candidates);
    for (const candidate of chosen) inside.add(candidate);
    return splitWindow(window, chosen);
  });
  return { windows: parts, outside: inner.filter((window) => !inside.has(window)) };
}

/** The windows that keep their order and together hold the most tokens. */
function chainWindows(windows: readonly TokenWindow[]): TokenWindow[] {
  const byStart = new Map(windows.map((window) => [window.before, window]));
  return chainAnchors([...byStart.values()].map(toBlock)).flatMap(({ before }) => byStart.get(before) ?? []);
}

/** A window split around smaller ones: these themselves, and what lies between them in both drafts. */
function splitWindow(window: TokenWindow, inner: readonly TokenWindow[]): TokenWindow[] {
  const parts: TokenWindow[] = [];
  let { before, after } = window;
  const addRest = (beforeEnd: number, afterEnd: number) => {
    if (beforeEnd > before && afterEnd > after) parts.push({ before, beforeEnd, after, afterEnd });
  };
  for (const part of inner) {
    addRest(part.before, part.after);
    parts.push(part);
    before = part.beforeEnd;
    after = part.afterEnd;
  }
  addRest(window.beforeEnd, window.afterEnd);
  return parts;
}

/** Matches the same tokens at both ends of a window. Returns what is left, or null where that is nothing in one draft. */
export function trimWindow(matching: TokenMatching, window: TokenWindow): TokenWindow | null {
  let { before, beforeEnd, after, afterEnd } = window;
  while (before < beforeEnd && after < afterEnd && canMatch(matching, before, after)) {
    before += 1;
    after += 1;
  }
  while (before < beforeEnd && after < afterEnd && canMatch(matching, beforeEnd - 1, afterEnd - 1)) {
    beforeEnd -= 1;
    afterEnd -= 1;
  }
  const start = { before: window.before, after: window.after, length: before - window.before };
  addBlock(matching, start, inOrder);
  addBlock(matching, { before: beforeEnd, after: afterEnd, length: window.beforeEnd - beforeEnd }, inOrder);
  return before < beforeEnd && after < afterEnd ? { before, beforeEnd, after, afterEnd } : null;
}
