import type { StateInline } from 'markdown-it';
import { pushSpan } from './push-span';
import { createSpan, type TrackedSpan } from './tracked-span';

/** The classes that Pandoc gives to spans of a Word document (`--track-changes=all`), and what they are. */
const kinds = new Map<string, TrackedSpan['kind']>([
  ...([
    ['insertion', 'insertion'],
    ['deletion', 'deletion'],
    ['comment-start', 'comment'],
    ['comment-end', 'commentEnd'],
  ] as const),
  ...([
    ['paragraph-insertion', 'set'],
    ['paragraph-deletion', 'joinNext'],
    ['underline', 'set'],
    ['smallcaps', 'set'],
    ['mark', 'set'],
  ] as const),
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
export function hasPandocSpans(text: string): boolean {
  return anySpan.test(text);
}

/** Reads a span such as `[words]{.insertion author="Ana" date="2025-01-02T03:04:05Z"}` at the place of the parser. */
export function readPandocSpan(state: StateInline, silent: boolean): boolean {
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
