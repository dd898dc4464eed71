import { articleText } from './article-text.ts';

/** Text of one style. A run with a note has no text: it refers to the note. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  href: string | null;
  note: number | null;
}

/** A block of the article. A table row has several cells, every other block one. */
export interface ArticleBlock {
  kind: 'title' | 'heading' | 'paragraph' | 'quote' | 'bullet' | 'step' | 'row' | 'note';
  cells: Run[][];
}

/** Words of the article that are a claim, and what they stand in. */
export interface ArticleClaim {
  words: string;
  kind: ArticleBlock['kind'];
}

const beginnings: [RegExp, ArticleBlock['kind']][] = [
  [/^# /, 'title'],
  [/^## /, 'heading'],
  [/^> /, 'quote'],
  [/^- /, 'bullet'],
  [/^\d+\. /, 'step'],
  [/^\| /, 'row'],
  [/^\^\d+ /, 'note'],
];

const notation = /\*\*|\*|\[([^\]]+)\]\(([^)]+)\)|\{(\d+)\}|[⟦⟧]/g;

/** Reads a text with marks for its style. */
function readRuns(text: string): Run[] {
  const runs: Run[] = [];
  const style = { bold: false, italic: false };
  let end = 0;
  const add = (added: Partial<Run>) => {
    if (added.text !== '') runs.push({ text: '', href: null, note: null, ...style, ...added });
  };
  for (const match of text.matchAll(notation)) {
    const [mark, words, href, note] = match;
    add({ text: text.slice(end, match.index) });
    end = match.index + mark.length;
    if (mark === '**') style.bold = !style.bold;
    else if (mark === '*') style.italic = !style.italic;
    else if (words !== undefined && href !== undefined) add({ text: words, href });
    else if (note !== undefined) add({ note: Number(note) });
  }
  add({ text: text.slice(end) });
  return runs.filter((run) => run.text !== '' || run.note !== null);
}

const lines = articleText.trim().split('\n');

/** The blocks of the article in order, its notes at the end. */
export const articleBlocks: readonly ArticleBlock[] = lines.map((line) => {
  const [beginning, kind] = beginnings.find(([pattern]) => pattern.test(line)) ?? [/^/, 'paragraph' as const];
  const text = line.replace(beginning, '');
  return { kind, cells: (kind === 'row' ? text.split(' | ') : [text]).map(readRuns) };
});

/** The text of runs, with the number of a note in brackets if they refer to one. */
export function getRunText(runs: readonly Run[]): string {
  return runs.map(({ text, note }) => (note === null ? text : `[${note}]`)).join('');
}

/** The claims in the order of the blocks. */
export const articleClaims: readonly ArticleClaim[] = lines.flatMap((line, index) =>
  [...line.matchAll(/⟦([^⟧]+)⟧/g)].map(([, marked = '']) => ({
    words: getRunText(readRuns(marked)),
    kind: articleBlocks[index]?.kind ?? 'paragraph',
  })),
);
