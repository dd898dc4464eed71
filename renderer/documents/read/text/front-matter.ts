import { parse } from 'yaml';
import type { z } from 'zod';
import { articleFields } from '#shared/domain/base/article.ts';
import { parseUrl } from '#shared/domain/base/primitives.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';

/** The metadata of an article in the front matter of a file; null where it is missing or not valid. */
interface ArticleMetadata {
  title: string | null;
  byline: string | null;
  link: string | null;
  publishedAt: string | null;
  language: string | null;
}

const emptyMetadata: ArticleMetadata = {
  title: null,
  byline: null,
  link: null,
  publishedAt: null,
  language: null,
};

/** Longest front matter, in UTF-16 code units. Longer text between the fences is part of the article. */
const maxFrontMatterLength = 50_000;
const fencedBlock = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** The keys of each field, in lower case; the first one with a value counts. */
const keysOfField = {
  title: ['title', 'headline'],
  byline: ['byline', 'by', 'author', 'authors'],
  link: ['link', 'url', 'canonical', 'canonical_url'],
  publishedAt: ['published', 'date', 'published_at', 'publishdate'],
  language: ['language', 'lang'],
};

/** Without one of these keys, the text between the fences is not front matter but text that happens to contain a colon. */
const commonKeys = new Set([
  ...Object.values(keysOfField).flat(),
  'layout',
  'tags',
  'categories',
  'slug',
  'permalink',
  'description',
  'excerpt',
  'draft',
  'image',
]);

/** The text of a YAML value: all items of a list, the `name` of a mapping. */
function formatValue(value: unknown): string {
  if (typeof value === 'string') return /^(~|null)$/i.test(value) ? '' : collapseWhitespace(value);
  if (Array.isArray(value))
    return value
      .map(formatValue)
      .filter((text) => text !== '')
      .join(', ');
  return value instanceof Map ? formatValue(value.get('name')) : '';
}

/** Reads the keys, in lower case, and values of YAML; null when it is not YAML or not front matter. */
function readYaml(source: string): Map<string, string> | null {
  try {
    // The failsafe schema (YAML 1.2.2, 10.1) has no scalars but strings, so `title: 1984` and dates stay as they are
    // written.
    const data: unknown = parse(source, {
      schema: 'failsafe',
      mapAsMap: true,
      maxAliasCount: 0,
      logLevel: 'error',
    });
    if (!(data instanceof Map)) return null;
    const values = new Map<string, string>();
    for (const [key, value] of data) {
      if (typeof key !== 'string' || /\s/.test(key)) return null;
      values.set(key.toLowerCase(), formatValue(value));
    }
    return Array.from(values.keys()).some((key) => commonKeys.has(key)) ? values : null;
  } catch {
    // Text that is not YAML is not front matter.
    return null;
  }
}

/**
 * Splits YAML front matter (Jekyll's convention) from a text: `---`, keys and values, and `---` or `...`, at the very
 * start. Text that is not front matter stays in the body unchanged.
 */
export function splitFrontMatter(text: string): { metadata: ArticleMetadata; body: string } {
  const match = fencedBlock.exec(text.slice(0, maxFrontMatterLength));
  const values = match && readYaml(match[1] ?? '');
  if (!match || !values) return { metadata: emptyMetadata, body: text };
  const readField = (
    keys: string[],
    schema: z.ZodType<string | null>,
    parseValue = (value: string): string | null => value,
  ) => {
    const value = keys.map((key) => values.get(key) ?? '').find((each) => each !== '');
    const parsed = value === undefined ? null : schema.safeParse(parseValue(value));
    return parsed?.success ? parsed.data : null;
  };
  const metadata = {
    title: readField(keysOfField.title, articleFields.title),
    byline: readField(keysOfField.byline, articleFields.byline),
    link: readField(keysOfField.link, articleFields.link, parseUrl),
    publishedAt: readField(keysOfField.publishedAt, articleFields.publishedAt, extractDate),
    language: readField(keysOfField.language, articleFields.language),
  };
  return { metadata, body: text.slice(match[0].length) };
}

/** The date of a timestamp such as `2014-03-19 10:00:00 -0500` in its own time zone. */
function extractDate(text: string): string {
  return /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=[T\s]|$)/.exec(text)?.[1] ?? text;
}
