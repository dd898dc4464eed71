import type { StateInline } from 'markdown-it';
import { findClosing } from './find-closing';
import { pushSpan } from './push-span';
import { createSpan, type TrackedSpan, trackedSpanSchema, trackedTokens } from './tracked-span';

/** The marks of CriticMarkup, by what is behind their first brace. Those of a substitution are read apart. */
const marks = new Map<string, { kind: TrackedSpan['kind']; closing: string }>([
  ...([
    ['++', { kind: 'insertion', closing: '++}' }],
    ['--', { kind: 'deletion', closing: '--}' }],
    ['~~', { kind: 'deletion', closing: '~~}' }],
  ] as const),
  ...([
    ['==', { kind: 'highlight', closing: '==}' }],
    ['>>', { kind: 'comment', closing: '<<}' }],
  ] as const),
]);

const openingLength = 3;

/** Whether a text has CriticMarkup; braces in any other text mean nothing. */
export function hasCriticMarkup(text: string): boolean {
  return Array.from(marks).some(([opening, { closing }]) => {
    const start = text.indexOf(`{${opening}`);
    return start >= 0 && text.indexOf(closing, start + openingLength) >= 0;
  });
}

/** Whether the parser has just left a highlight. */
function isBehindHighlight(state: StateInline): boolean {
  const last = state.tokens.at(-1);
  const isClose = state.pending === '' && last?.type === trackedTokens.close;
  return isClose && trackedSpanSchema.safeParse(last.meta).data?.kind === 'highlight';
}

/** Reads `{++inserted++}`, `{--deleted--}`, `{~~old~>new~~}`, `{==highlighted==}` or `{>>comment<<}` at the place of the parser. */
export function readCriticMarkup(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const mark = src.charAt(pos) === '{' ? marks.get(src.slice(pos + 1, pos + openingLength)) : undefined;
  if (!mark) return false;
  const start = pos + openingLength;
  const end = findClosing(state, mark.closing, start);
  if (end < 0) return false;
  const isSubstitution = mark.closing.startsWith('~');
  const arrow = isSubstitution ? src.slice(start, end).indexOf('~>') : -1;
  if (isSubstitution && arrow < 0) return false;
  if (!silent && isSubstitution) {
    pushSpan(state, createSpan('deletion'), start, start + arrow);
    pushSpan(state, createSpan('insertion'), start + arrow + 2, end);
  } else if (!silent) {
    const isOnHighlight = mark.kind === 'comment' && isBehindHighlight(state);
    pushSpan(state, createSpan(mark.kind, { isOnHighlight }), start, end);
  }
  state.pos = end + mark.closing.length;
  return true;
}
