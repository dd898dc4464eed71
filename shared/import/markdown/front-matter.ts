import { parse } from 'yaml';
import type { z } from 'zod';
import { articleFields } from '../../domain/article';
import { parseUrl } from '../../domain/url';
import { onOneLine } from '../../text/format/on-one-line';

/** What a file can say of its article before the text begins; null where it does not, or says nothing that fits. */
interface ArticleFacts {
  title: string | null;
  byline: string | null;
  link: string | null;
  publishedAt: string | null;
  language: string | null;
}

const noFacts: ArticleFacts = {
  title: null,
  byline: null,
  link: null,
  publishedAt: null,
  language: null,
};

/** In UTF-16 units: whatever is longer is an article and no front matter. */
const longest = 50_000;
const fenced = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

const names = {
  title: ['title', 'headline'],
  byline: ['byline', 'by', 'author', 'authors'],
  link: ['link', 'url', 'canonical', 'canonical_url'],
  publishedAt: ['published', 'date', 'published_at', 'publishdate'],
  language: ['language', 'lang'],
};

/** Without one of these, what stands between the dashes is text that happens to have a colon in it. */
const usual = new Set([
  ...Object.values(names).flat(),
  ...['layout', 'tags', 'categories', 'slug', 'permalink', 'description', 'excerpt', 'draft', 'image'],
]);

/** The words of a YAML value: of a list all of them, of an author with fields the name. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return /^(~|null)$/i.test(value) ? '' : onOneLine(value);
  if (Array.isArray(value))
    return value
      .map(wordsOf)
      .filter((words) => words !== '')
      .join(', ');
  return value instanceof Map ? wordsOf(value.get('name')) : '';
}

/** Keys and values of the block, keys in lower case; null when it is not YAML, or not front matter. */
function readYaml(source: string): Map<string, string> | null {
  try {
    // The failsafe schema (YAML 1.2.2, 10.1) knows strings alone, so `title: 1984` and dates stay as they are written.
    const data: unknown = parse(source, {
      schema: 'failsafe',
      mapAsMap: true,
      maxAliasCount: 0,
      logLevel: 'error',
    });
    if (!(data instanceof Map)) return null;
    const found = new Map<string, string>();
    for (const [key, value] of data) {
      if (typeof key !== 'string' || /\s/.test(key)) return null;
      found.set(key.toLowerCase(), wordsOf(value));
    }
    return Array.from(found.keys()).some((key) => usual.has(key)) ? found : null;
  } catch {
    return null;
  }
}

/**
 * Takes YAML front matter (Jekyll's convention) off a text: `---`, keys and values, `---` or `...`, at the very start.
 * What is not front matter stays in the text, whole.
 */
export function splitFrontMatter(text: string): { facts: ArticleFacts; body: string } {
  const match = fenced.exec(text.slice(0, longest));
  const found = match && readYaml(match[1] ?? '');
  if (!match || !found) return { facts: noFacts, body: text };
  const fitting = (
    keys: string[],
    schema: z.ZodType<string | null>,
    read = (words: string): string | null => words,
  ) => {
    const words = keys.map((key) => found.get(key) ?? '').find((value) => value !== '');
    const parsed = words === undefined ? null : schema.safeParse(read(words));
    return parsed?.success ? parsed.data : null;
  };
  const facts = {
    title: fitting(names.title, articleFields.title),
    byline: fitting(names.byline, articleFields.byline),
    link: fitting(names.link, articleFields.link, parseUrl),
    publishedAt: fitting(names.publishedAt, articleFields.publishedAt, calendarDate),
    language: fitting(names.language, articleFields.language),
  };
  return { facts, body: text.slice(match[0].length) };
}

/** The date of a moment such as `2014-03-19 10:00:00 -0500`: what a reader saw there, whatever the zone. */
function calendarDate(words: string): string {
  return /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=[T\s]|$)/.exec(words)?.[1] ?? words;
}
