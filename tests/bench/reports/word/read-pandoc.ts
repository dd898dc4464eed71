import { execFileSync } from 'node:child_process';
import { z } from 'zod';

/** The content that pandoc finds in a file with `--track-changes=all`. */
export interface PandocContent {
  /** The words that each comment by the author is about, without inserted ones, by the number of its claim. */
  comments: Map<number, string>;
  deleted: string;
  inserted: string;
}

const spanSchema = z.tuple([
  z.tuple([z.string(), z.array(z.string()), z.array(z.tuple([z.string(), z.string()]))]),
  z.array(z.unknown()),
]);
const pandocSchema = z.object({ meta: z.record(z.string(), z.unknown()), blocks: z.array(z.unknown()) });
const codeSchema = z.tuple([z.unknown(), z.string()]);
const nodeSchema = z.object({ t: z.string(), c: z.unknown().optional() });

/** Converts a file to pandoc's JSON, with all tracked changes and comments; null when pandoc can't read it. */
function convertToJson(file: string): string | null {
  try {
    return execFileSync('pandoc', ['--track-changes=all', '-f', 'docx', '-t', 'json', file], {
      encoding: 'utf8',
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

/** Reads the comments and the tracked changes of one author from a file; null when pandoc can't read it. */
export function readWithPandoc(file: string, author: string): PandocContent | null {
  const json = convertToJson(file);
  return json === null ? null : readJson(json, author);
}

function readJson(json: string, author: string): PandocContent {
  const words = new Map<string, string>();
  const numbers = new Map<string, number>();
  const open = new Set<string>();
  const texts = { deletion: '', insertion: '' };
  const addText = (text: string, kind: keyof typeof texts | null) => {
    if (kind) texts[kind] += text;
    if (kind !== 'insertion') for (const id of open) words.set(id, `${words.get(id)}${text}`);
  };
  const walk = (value: unknown, kind: keyof typeof texts | null): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, kind);
    const node = nodeSchema.safeParse(value);
    if (!node.success) return;
    const { t, c } = node.data;
    if (t === 'Str') addText(typeof c === 'string' ? c : '', kind);
    else if (t === 'Code') addText(codeSchema.parse(c)[1], kind);
    else if (t === 'Note') {
      const around = Array.from(open);
      open.clear();
      walk(c, kind);
      for (const id of around) open.add(id);
    } else if (t === 'Span') walkSpan(c, kind);
    else walk(c, kind);
  };
  const walkSpan = (value: unknown, kind: keyof typeof texts | null): void => {
    const [[, classes, pairs], content] = spanSchema.parse(value);
    const attributes = new Map(pairs);
    const id = attributes.get('id') ?? '';
    if (classes.includes('comment-start')) {
      const number = /claim"\},\{"t":"Space"\},\{"t":"Str","c":"(\d+)"/.exec(JSON.stringify(content))?.[1];
      if (number !== undefined && attributes.get('author') === author) numbers.set(id, Number(number));
      words.set(id, '');
      open.add(id);
    } else if (classes.includes('comment-end')) {
      open.delete(id);
      walk(content, kind);
    } else {
      const own = classes.find((name) => name === 'deletion' || name === 'insertion');
      const isOurs = attributes.get('author') === author;
      if (own !== undefined && isOurs) walk(content, own);
      else if (own !== 'deletion') walk(content, kind);
    }
  };
  const { meta, blocks } = pandocSchema.parse(JSON.parse(json));
  // Title, authors and date at the start of the text.
  for (const value of Object.values(meta)) walk(value, null);
  walk(blocks, null);
  const comments = new Map(Array.from(numbers, ([id, number]) => [number, words.get(id) ?? '']));
  return { comments, deleted: texts.deletion, inserted: texts.insertion };
}
