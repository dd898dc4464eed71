import { z } from 'zod';
import { readPlainText } from '#shared/import/text/plain-text.ts';
import { countOtherTexts, getBodyText, type NewsItem, readHtmlBody } from './news-item.ts';

const text = z.string().nullish().catch(null);

/** Since version 2, a field may have several forms, each with its role or type (IPTC, ninjs 2.1). */
const forms = z
  .array(z.looseObject({ value: text, contentType: text, contenttype: text, role: text }))
  .nullish()
  .catch(null);

const ninjsSchema = z.looseObject({
  headline: text,
  title: text,
  byline: text,
  language: text,
  by: text,
  versioncreated: text,
  firstcreated: text,
  versionCreated: text,
  firstCreated: text,
  body_xhtml: text,
  body_html: text,
  body_text: text,
  description_text: text,
  headlines: forms,
  bodies: forms,
});

type Ninjs = z.infer<typeof ninjsSchema>;

function findBody({ body_xhtml, body_html, body_text, bodies }: Ninjs): NewsItem['body'] | null {
  const typeOf = (form: { contentType?: unknown; contenttype?: unknown }) =>
    String(form.contentType ?? form.contenttype ?? '');
  const html = body_xhtml || body_html || bodies?.find((form) => /html/i.test(typeOf(form)))?.value;
  if (html) return readHtmlBody(html);
  const plain = body_text || bodies?.find(({ value }) => Boolean(value))?.value;
  return plain ? { blocks: readPlainText(plain.trim()), imagesLeftOut: 0, tablesKept: 0 } : null;
}

/** Counts the bodies, headlines and descriptions that are not read. */
function countOthers(item: Ninjs, headline: string, body: NewsItem['body']): number {
  const { body_xhtml, body_html, body_text, bodies, headlines, description_text } = item;
  const forms = (bodies ?? []).map(({ value }) => value);
  const texts = [body_xhtml, body_html, body_text, ...forms].map((value) =>
    value?.trimStart().startsWith('<') ? getBodyText(readHtmlBody(value)) : (value ?? ''),
  );
  const others = [...(headlines ?? []).map(({ value }) => value ?? ''), description_text ?? ''];
  return countOtherTexts([...texts, ...others], [headline, getBodyText(body)]);
}

/** Reads an article in ninjs; null when it has no body, `damaged` when it is no JSON. */
export function readNinjs(json: string): NewsItem | null | 'damaged' {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return 'damaged';
  }
  const parsed = ninjsSchema.safeParse(data);
  const body = parsed.success ? findBody(parsed.data) : null;
  if (!parsed.success || !body) return null;
  const { headlines, title, byline, by, language, ...dates } = parsed.data;
  const headline =
    parsed.data.headline || headlines?.find(({ value }) => Boolean(value))?.value || title || '';
  return {
    headline,
    subheadlines: [],
    lead: [],
    byline: byline || by || '',
    date: dates.versioncreated || dates.versionCreated || dates.firstcreated || dates.firstCreated || '',
    language: language ?? '',
    body,
    leftOutCount: countOthers(parsed.data, headline, body),
    otherCount: 0,
  };
}
