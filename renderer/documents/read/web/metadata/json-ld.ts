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
  const [article] = objects.flatMap((object) => articleSchema.safeParse(object).data ?? []);
  return {
    byline: article?.author?.join(', ') ?? null,
    publishedAt: article?.datePublished ?? null,
    language: article?.inLanguage ?? null,
    articleBody: article?.articleBody ?? null,
    siteNames: article?.publisher ? [article.publisher, ...siteNames] : siteNames,
    isFree: article?.isAccessibleForFree ?? null,
  };
}

/** Obstacles to reading the text of a page without its scripts and without an account. */
export interface PageAccess {
  /** The page itself says that its article is for subscribers. */
  isForSubscribers: boolean;
  /** A script builds the text of the page. */
  needsScript: boolean;
}

/** Elements that scripts of well-known frameworks fill. */
const scriptRoots =
  '#root, #app, #__next, #__nuxt, #main-app, #react-root, app-root, [ng-app], [data-reactroot]';

const asksForScript =
  /(?:enable|activate|turn on|requires?|needs?|without)\s+(?:\S+\s+){0,3}java\s?script|java\s?script\s+(?:\S+\s+){0,5}(?:enabled|disabled|required|activated|aktivier|nötig|activ|habilit|desactiv)|(?:aktivier|activez|activa|habilit|включите|enable)\S*\s+(?:\S+\s+){0,3}java\s?script/i;

/** Whether a text asks for scripts to be enabled. */
export function asksForScripts(text: string): boolean {
  return asksForScript.test(text);
}

/** Reads what a page says about who can read it. */
export function readPageAccess(document: Document): PageAccess {
  const tier = document.querySelector('meta[property$="content_tier" i], meta[name$="content_tier" i]');
  const isLocked = /^(?:locked|premium|paid)$/i.test(tier?.getAttribute('content') ?? '');
  const hasScript = document.querySelector('script') !== null;
  const hasEmptyRoot = Array.from(document.querySelectorAll(scriptRoots)).some(
    ({ textContent }) => (textContent ?? '').trim() === '',
  );
  const notes = Array.from(document.querySelectorAll('noscript'), ({ textContent }) => textContent ?? '');
  return {
    isForSubscribers: isLocked || readJsonLd(document).isFree === false,
    needsScript: hasScript && (hasEmptyRoot || notes.some(asksForScripts)),
  };
}

const wall =
  /(?:subscribe|sign ?up|log ?in|sign ?in|register|become a (?:member|subscriber))\b.{0,40}\bto (?:continue|keep|read|unlock|access|view|get (?:full )?access)|(?:to )?(?:continue|keep) reading (?:this|with|for|the|,|by|\.|$)|to (?:read|unlock|access) (?:this|the) (?:full|whole|complete|entire)?\s*(?:article|story)|(?:article|story|content) is (?:only |exclusively |reserved )?(?:for|available to|available for) (?:\S+ )?(?:subscribers|members)|(?:for|exclusive to) subscribers only|subscriber[- ](?:only|exclusive)|you(?:’|'| ha)ve (?:reached|read) (?:your|all|the)\b.{0,40}\barticles?|nur für (?:\S+ )?abonnent|weiterlesen mit|jetzt (?:\S+ )?(?:abonnieren|freischalten|anmelden) und weiterlesen|(?:réservé|reservé)\S* (?:aux|à nos) abonnés|abonnez-vous pour (?:lire|continuer)|(?:exclusivo|solo|sólo) para (?:suscriptores|assinantes|abonados)|(?:suscríbete|suscríbase|assine) para (?:seguir|continuar|ler)|abbonati per (?:continuare|leggere)/i;

/** Whether a short text says that the rest of an article is for those who subscribe or sign in. */
export function soundsLikeWall(text: string): boolean {
  return wall.test(text);
}
