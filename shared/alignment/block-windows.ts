import { heaviestChain } from './chain-anchors';
import type { Run, Window } from './match-blocks';
import { inOrder, type Matching, matches, take } from './word-matching';

/** A window as a run, which is how what keeps its order is found. */
function runOf({ before, beforeEnd, after }: Window): Run {
  return { before, after, length: beforeEnd - before };
}

function holds(outer: Window, inner: Window): boolean {
  return (
    outer.before <= inner.before &&
    outer.beforeEnd >= inner.beforeEnd &&
    outer.after <= inner.after &&
    outer.afterEnd >= inner.afterEnd
  );
}

/**
 * Cuts windows around smaller ones that lie in them in order. Both come in order of the draft before. `apart` are those that
 * lie in none, or not in order.
 */
export function cutAround(
  windows: readonly Window[],
  inner: readonly Window[],
): { readonly cut: readonly Window[]; readonly apart: readonly Window[] } {
  if (inner.length === 0) return { cut: windows, apart: inner };
  const kept = new Set<Window>();
  let next = 0;
  const cut = windows.flatMap((window) => {
    const inside = new Map<number, Window>();
    for (; next < inner.length; next += 1) {
      const each = inner[next];
      if (!each || each.before >= window.beforeEnd) break;
      if (holds(window, each)) inside.set(each.before, each);
    }
    if (inside.size === 0) return [window];
    const parts: Window[] = [];
    let { before, after } = window;
    const push = (beforeEnd: number, afterEnd: number) => {
      if (beforeEnd > before && afterEnd > after) parts.push({ before, beforeEnd, after, afterEnd });
    };
    const runs = [...inside.values()].map(runOf);
    for (const run of heaviestChain(runs)) {
      const each = inside.get(run.before);
      if (!each) continue;
      push(each.before, each.after);
      parts.push(each);
      kept.add(each);
      before = each.beforeEnd;
      after = each.afterEnd;
    }
    push(window.beforeEnd, window.afterEnd);
    return parts;
  });
  return { cut, apart: inner.filter((each) => !kept.has(each)) };
}

/** Matches the same words at the start and at the end of a window; what is left, null when that is nothing in one draft. */
export function trimmed(matching: Matching, window: Window): Window | null {
  let { before, beforeEnd, after, afterEnd } = window;
  while (before < beforeEnd && after < afterEnd && matches(matching, before, after)) {
    before += 1;
    after += 1;
  }
  while (before < beforeEnd && after < afterEnd && matches(matching, beforeEnd - 1, afterEnd - 1)) {
    beforeEnd -= 1;
    afterEnd -= 1;
  }
  take(matching, { before: window.before, after: window.after, length: before - window.before }, inOrder);
  take(matching, { before: beforeEnd, after: afterEnd, length: window.beforeEnd - beforeEnd }, inOrder);
  return before < beforeEnd && after < afterEnd ? { before, beforeEnd, after, afterEnd } : null;
}
