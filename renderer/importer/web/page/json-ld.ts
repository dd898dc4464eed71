import { z } from 'zod';

const words = z.string().trim().min(1);

const person = z.union([words, z.object({ name: words }).transform(({ name }) => name)]);

const listed = <T>(one: z.ZodType<T>) => z.union([one.transform((value) => [value]), z.array(one)]);

const articleSchema = z.object({
  '@type': listed(z.string()).refine((types) => types.some((type) => /(Article|Posting|Report)$/.test(type))),
  author: listed(person).nullish().catch(null),
  datePublished: words.nullish().catch(null),
  inLanguage: words.nullish().catch(null),
});

/** What a page tells machines of its article (schema.org, as JSON-LD). */
export interface ArticleData {
  byline: string | null;
  publishedAt: string | null;
  language: string | null;
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
  } catch {
    return null;
  }
}

/** The objects of a block, those in lists and in `@graph` included. */
function objectsOf(data: unknown, depth = 0): object[] {
  if (typeof data !== 'object' || data === null || depth > 3) return [];
  if (Array.isArray(data)) return data.flatMap((item) => objectsOf(item, depth + 1));
  return [data, ...('@graph' in data ? objectsOf(data['@graph'], depth + 1) : [])];
}

/** The first article that the page describes so. Nothing of it is trusted to be of the right kind. */
export function articleData(document: Document): ArticleData {
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]'))
    for (const object of objectsOf(parse(script.textContent ?? ''))) {
      const found = articleSchema.safeParse(object);
      if (!found.success) continue;
      const { author, datePublished, inLanguage } = found.data;
      return {
        byline: author?.join(', ') ?? null,
        publishedAt: datePublished ?? null,
        language: inLanguage ?? null,
      };
    }
  return { byline: null, publishedAt: null, language: null };
}
