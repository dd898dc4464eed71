import { z } from 'zod';

/** What pandoc finds in a file with `--track-changes=all`. */
export interface PandocContent {
  /** The words that each comment is about, without inserted ones, by its id in the file. */
  comments: Map<string, string>;
  deleted: string;
  inserted: string;
}

const spanSchema = z.tuple([
  z.tuple([z.string(), z.array(z.string()), z.array(z.tuple([z.string(), z.string()]))]),
  z.array(z.unknown()),
]);
const nodeSchema = z.object({ t: z.string(), c: z.unknown().optional() });

/** Reads the comments and the tracked changes of one author from pandoc's JSON. */
export function readPandoc(json: string, author: string): PandocContent {
  const comments = new Map<string, string>();
  const open = new Set<string>();
  const texts = { deletion: '', insertion: '' };
  const addText = (text: string, kind: keyof typeof texts | null) => {
    if (kind) texts[kind] += text;
    if (kind !== 'insertion') for (const id of open) comments.set(id, `${comments.get(id)}${text}`);
  };
  const walk = (value: unknown, kind: keyof typeof texts | null): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, kind);
    const node = nodeSchema.safeParse(value);
    if (!node.success) return;
    const { t, c } = node.data;
    if (t === 'Str' || t === 'Code' || t === 'Math') addText(typeof c === 'string' ? c : '', kind);
    else if (t === 'Note') return;
    else if (t === 'Span') walkSpan(c, kind);
    else walk(c, kind);
  };
  const walkSpan = (value: unknown, kind: keyof typeof texts | null): void => {
    const [[, classes, pairs], content] = spanSchema.parse(value);
    const attributes = new Map(pairs);
    const id = attributes.get('id') ?? '';
    if (classes.includes('comment-start')) {
      comments.set(id, '');
      open.add(id);
    } else if (classes.includes('comment-end')) {
      open.delete(id);
      walk(content, kind);
    } else {
      const own = classes.find((name) => name === 'deletion' || name === 'insertion');
      walk(content, own !== undefined && attributes.get('author') === author ? own : kind);
    }
  };
  walk(z.object({ blocks: z.array(z.unknown()) }).parse(JSON.parse(json)).blocks, null);
  return { comments, deleted: texts.deletion, inserted: texts.insertion };
}
