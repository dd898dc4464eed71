import type { StateInline } from 'markdown-it';
import { z } from 'zod';

/**
 * The kinds of spans with tracked changes and comments in Markdown. Text that is `set` only looks different. `comment` has its own
 * words as content; a `highlight` is what the comment after it is about.
 */
const spanKinds = ['insertion', 'deletion', 'comment', 'commentEnd', 'joinNext', 'highlight', 'set'] as const;

export const trackedSpanSchema = z.object({
  kind: z.enum(spanKinds),
  /** The name of a comment in its file; '' for other kinds. */
  id: z.string(),
  /** Who wrote a comment, and when, as the file says; '' when it does not. */
  author: z.string(),
  date: z.string(),
  /** Whether a comment stands right behind a highlight. */
  isOnHighlight: z.boolean(),
});

export type TrackedSpan = z.infer<typeof trackedSpanSchema>;

const createSpan = (kind: TrackedSpan['kind'], details: Partial<TrackedSpan> = {}): TrackedSpan => ({
  kind,
  id: '',
  author: '',
  date: '',
  isOnHighlight: false,
  ...details,
});

/** The types of the tokens around the content of a span. */
export const trackedTokens = { open: 'tracked_open', close: 'tracked_close' };

/** Adds the tokens of a span, whose content is at UTF-16 offsets from `start` to `end` of the source. */
function pushSpan(state: StateInline, span: TrackedSpan, start: number, end: number): void {
  const { pos, posMax } = state;
  state.push(trackedTokens.open, '', 1).meta = span;
  state.pos = start;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.push(trackedTokens.close, '', -1).meta = span;
  state.pos = pos;
  state.posMax = posMax;
}

/** Longest content of a mark, in UTF-16 code units. */
const maxContentLength = 5_000;

interface Stretch {
  start: number;
  end: number;
}

/** Where each closing was last searched for in vain, so that a text in which many marks stay open is searched once. */
const searchedInVain = new WeakMap<StateInline, Map<string, Stretch>>();

/** The UTF-16 offset of the closing of a mark whose content begins at `start`; -1 when it has none. */
function findClosing(state: StateInline, closing: string, start: number): number {
  const end = Math.min(state.posMax, start + maxContentLength);
  const stretches = searchedInVain.get(state) ?? new Map<string, Stretch>();
  const last = stretches.get(closing);
  const isSearched = last !== undefined && last.start <= start;
  // A closing may begin in the stretch and end after it.
  const from = isSearched ? Math.max(start, last.end - closing.length + 1) : start;
  const index = state.src.slice(from, end).indexOf(closing);
  if (index >= 0) return from + index;
  stretches.set(closing, { start, end: isSearched ? Math.max(end, last.end) : end });
  searchedInVain.set(state, stretches);
  return -1;
}

/** The marks of CriticMarkup, by what is behind their first brace. Those of a substitution are read apart. */
const marks = new Map<string, { kind: TrackedSpan['kind']; closing: string }>([
  ['++', { kind: 'insertion', closing: '++}' }],
  ['--', { kind: 'deletion', closing: '--}' }],
  ['~~', { kind: 'deletion', closing: '~~}' }],
  ['==', { kind: 'highlight', closing: '==}' }],
  ['>>', { kind: 'comment', closing: '<<}' }],
]);

const openingLength = 3;

/** Whether a text has CriticMarkup; braces in any other text mean nothing. */
function hasCriticMarkup(text: string): boolean {
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
function readCriticMarkup(state: StateInline, silent: boolean): boolean {
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

/** The classes that Pandoc gives to spans of a Word document (`--track-changes=all`), and what they are. */
const kinds = new Map<string, TrackedSpan['kind']>([
  ['insertion', 'insertion'],
  ['deletion', 'deletion'],
  ['comment-start', 'comment'],
  ['comment-end', 'commentEnd'],
  ['paragraph-insertion', 'set'],
  ['paragraph-deletion', 'joinNext'],
  ['underline', 'set'],
  ['smallcaps', 'set'],
  ['mark', 'set'],
]);

const classNames = Array.from(kinds.keys()).join('|');
const anySpan = new RegExp(`\\]\\{\\s*\\.(?:${classNames})[\\s}]`);
/** The attributes of a span (Pandoc's manual, `bracketed_spans`): a class, and keys with values, which may be on several lines. */
const attributes = new RegExp(
  `\\{\\s*\\.(${classNames})((?:\\s+[\\w-]+=(?:"(?:\\\\.|[^"\\\\])*"|[^\\s"}]+))*)\\s*\\}`,
  'y',
);

function readValue(list: string, key: string): string {
  const [, quoted, bare = ''] =
    new RegExp(`\\s${key}=(?:"((?:\\\\.|[^"\\\\])*)"|([^\\s"]+))`).exec(list) ?? [];
  return (quoted ?? bare).replace(/\\(.)/g, '$1').replace(/\s+/g, ' ');
}

/** Whether a text has a span of Pandoc's; brackets and braces in any other text mean nothing. */
function hasPandocSpans(text: string): boolean {
  return anySpan.test(text);
}

/** Reads a span such as `[words]{.insertion author="Ana" date="2025-01-02T03:04:05Z"}` at the place of the parser. */
function readPandocSpan(state: StateInline, silent: boolean): boolean {
  // While the end of a link's text is searched for, the brackets of spans in it are only counted.
  if (silent || state.src.charAt(state.pos) !== '[') return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos);
  if (end < 0 || state.src.charAt(end + 1) !== '{') return false;
  attributes.lastIndex = end + 1;
  const [all, className = '', list = ''] = attributes.exec(state.src.slice(0, state.posMax)) ?? [];
  const kind = kinds.get(className);
  if (all === undefined || kind === undefined) return false;
  const details = {
    id: readValue(list, 'id'),
    author: readValue(list, 'author'),
    date: readValue(list, 'date'),
  };
  pushSpan(state, createSpan(kind, details), state.pos + 1, end);
  state.pos = end + 1 + all.length;
  return true;
}

/** The notations of tracked changes that a text has; without them its brackets and braces mean nothing. */
export interface TrackedNotations {
  pandoc: boolean;
  critic: boolean;
}

export function findNotations(text: string): TrackedNotations {
  return { pandoc: hasPandocSpans(text), critic: hasCriticMarkup(text) };
}

/**
 * Teaches the parser tracked changes and comments, as Pandoc writes those of a Word document and as people write them
 * (CriticMarkup). `tracked-text` accepts the changes.
 */
export function addTrackedMarkup(parser: StateInline['md'], { pandoc, critic }: TrackedNotations): void {
  if (pandoc) parser.inline.ruler.before('link', 'pandoc_span', readPandocSpan);
  if (critic) parser.inline.ruler.before('link', 'critic_markup', readCriticMarkup);
}
