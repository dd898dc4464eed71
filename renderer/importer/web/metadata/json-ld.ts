import { z } from 'zod';

const nonEmptyText = z.string().trim().min(1);

const person = z.union([nonEmptyText, z.object({ name: nonEmptyText }).transform(({ name }) => name)]);

const oneOrMany = <T>(item: z.ZodType<T>) => z.union([item.transform((value) => [value]), z.array(item)]);

const articleSchema = z.object({
  '@type': oneOrMany(z.string()).refine((types) =>
    types.some((type) => /(Article|Posting|Report)$/.test(type)),
  ),
  author: oneOrMany(person).nullish().catch(null),
  datePublished: nonEmptyText.nullish().catch(null),
  inLanguage: nonEmptyText.nullish().catch(null),
  articleBody: nonEmptyText.nullish().catch(null),
  publisher: person.nullish().catch(null),
  isAccessibleForFree: z
    .union([z.boolean(), z.string().transform((text) => !/^false$/i.test(text))])
    .nullish()
    .catch(null),
});

const siteSchema = z.object({ '@type': z.literal('WebSite'), name: nonEmptyText });

/** The metadata of an article in JSON-LD, in the vocabulary of schema.org. */
interface JsonLdArticle {
  byline: string | null;
  publishedAt: string | null;
  language: string | null;
  articleBody: string | null;
  /** The names of the publisher and the site. */
  siteNames: string[];
  /** False where the article is for subscribers; null where nothing is said. */
  isFree: boolean | null;
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
  } catch {
    return null;
  }
}

/** Lists the objects of a JSON-LD script, those in lists and in `@graph` included. */
function listObjects(data: unknown, depth = 0): object[] {
  if (typeof data !== 'object' || data === null || depth > 3) return [];
  if (Array.isArray(data)) return data.flatMap((item) => listObjects(item, depth + 1));
  return [data, ...('@graph' in data ? listObjects(data['@graph'], depth + 1) : [])];
}

/** Reads the first article that a page describes in JSON-LD. Fields of an unexpected type are left out. */
export function readJsonLd(document: Document): JsonLdArticle {
  const scripts = Array.from(document.querySelectorAll('script[type="application/ld+json" i]'));
  const objects = scripts.flatMap(({ textContent }) => listObjects(parseJson(textContent ?? '')));
  const siteNames = objects.flatMap((object) => siteSchema.safeParse(object).data?.name ?? []);
  for (const object of objects) {
    const article = articleSchema.safeParse(object).data;
    if (!article) continue;
    const { author, datePublished, inLanguage, articleBody, publisher, isAccessibleForFree } = article;
    return {
      byline: author?.join(', ') ?? null,
      publishedAt: datePublished ?? null,
      language: inLanguage ?? null,
      articleBody: articleBody ?? null,
      siteNames: publisher ? [publisher, ...siteNames] : siteNames,
      isFree: isAccessibleForFree ?? null,
    };
  }
  return { byline: null, publishedAt: null, language: null, articleBody: null, siteNames, isFree: null };
}
