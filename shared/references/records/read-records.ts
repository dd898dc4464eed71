import { decodeHTMLStrict } from 'entities/decode';
import { z } from 'zod';
import { parseUrl } from '#shared/domain/base/primitives.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { toIsoDate } from '#shared/reading/iso-date.ts';
import { parseDoi } from '../addresses.ts';
import { parseReferenceFields, type ReferenceFields, toFieldLine } from '../reference-fields.ts';
import { parseWrittenDate } from '../written-dates.ts';

/** Tags for typography in CSL, in Crossref's metadata, and in what citation-js makes of TeX. Other tags belong to the title. */
const typographicTag =
  /<\/?(?:i|b|u|em|strong|sup|sub|sc|scp|tt|p|span|br|(?:mml|jats):[a-z]{1,20})(?:\s[^<>]{0,200})?\s?\/?>/gi;

/** Longer texts are cut, in UTF-16 code units: removing nested tags may take one pass for each. */
const maxTextLength = 10_000;

/** Strips the markup from a field of a record: decodes HTML entities once and removes typographic tags. */
export function stripMarkup(text: string): string {
  let plain = decodeHTMLStrict(text.slice(0, maxTextLength));
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(typographicTag, '');
  }
  return plain;
}

/** A text field. Real records have numbers for strings, and lists of which the first string counts; others are ignored. */
const textSchema = z
  .union([
    z.string(),
    z.number().transform(String),
    z.array(z.unknown()).transform((list) => list.find(isString)),
  ])
  .optional()
  .catch(undefined);

const nameSchema = z.union([
  z.string(),
  z.object({
    family: textSchema,
    given: textSchema,
    literal: textSchema,
    suffix: textSchema,
    'non-dropping-particle': textSchema,
    'dropping-particle': textSchema,
  }),
]);

const datePartSchema = z
  .union([z.number(), z.string().transform(Number)])
  .optional()
  .catch(undefined);

const dateSchema = z
  .object({
    'date-parts': z.array(z.array(datePartSchema)).optional().catch(undefined),
    raw: textSchema,
    literal: textSchema,
  })
  .optional()
  .catch(undefined);

const namesSchema = z.array(nameSchema.optional().catch(undefined)).optional().catch(undefined);

/** The CSL-JSON fields that a source can hold. https://docs.citationstyles.org/en/stable/specification.html */
const itemSchema = z.object({
  type: textSchema,
  title: textSchema,
  publisher: textSchema,
  'container-title': textSchema,
  DOI: textSchema,
  URL: textSchema,
  author: namesSchema,
  editor: namesSchema,
  issued: dateSchema,
  accessed: dateSchema,
});

type CslItem = z.infer<typeof itemSchema>;

/** The kinds of CSL types that are not documents. */
const kindsByType = new Map<string, Source['kind']>([
  ['dataset', 'dataset'],
  ['webpage', 'webPage'],
  ['post', 'webPage'],
  ['post-weblog', 'webPage'],
  ['interview', 'person'],
  ['personal_communication', 'person'],
]);

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function readLine(text: string | undefined): string | undefined {
  return text === undefined ? undefined : toFieldLine(stripMarkup(text));
}

function readName(name: z.infer<typeof nameSchema> | undefined): string | undefined {
  if (name === undefined || typeof name === 'string') return readLine(name);
  const { literal, given, family, suffix } = name;
  const parts = [given, name['dropping-particle'], name['non-dropping-particle'], family, suffix];
  return readLine(parts.filter(Boolean).join(' ')) ?? readLine(literal);
}

function readNames(names: CslItem['author']): string | undefined {
  return toFieldLine((names ?? []).flatMap((name) => readName(name) ?? []).join('; '));
}

/** Reads a date in the precision that it has. A range yields its start. */
function readDate(date: CslItem['issued']): string | undefined {
  const [parts] = date?.['date-parts'] ?? [];
  return toIsoDate(parts ?? []) ?? parseWrittenDate(date?.raw ?? date?.literal ?? '');
}

/** Reads the DOI, or else the URL. Punctuation at its end belongs to it, because each has a field of its own. */
function readUrl({ DOI = '', URL = '' }: CslItem): string | undefined {
  const doi = parseDoi(DOI.trim()) ?? parseUrl(DOI);
  return (doi?.startsWith('doi:') ? doi : null) ?? parseDoi(URL.trim()) ?? parseUrl(URL) ?? undefined;
}

/** Reads the fields of a source from a CSL-JSON item; null when it has none. Never throws, whatever the item is. */
function readCslFields(item: unknown): ReferenceFields | null {
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success) return null;
  const record = parsed.data;
  const fields = parseReferenceFields({
    title: readLine(record.title),
    author: readNames(record.author) ?? readNames(record.editor),
    publisher: readLine(record['container-title']) ?? readLine(record.publisher),
    publishedAt: readDate(record.issued),
    accessedAt: readDate(record.accessed),
    url: readUrl(record),
  });
  return fields && { ...fields, kind: kindsByType.get(record.type ?? '') ?? 'document' };
}

const bibtexEntry = /^[ \t]*@[a-z]{1,30}\s{0,5}[{(]/im;
const bibtexStartWithoutKey = /(@[a-z]{1,30}\s{0,5}[{(])(?=\s{0,5},)/gi;
const risRecord = /^\s*TY {1,2}- ?[A-Z]/;
const risTag = /^[ \t]*([A-Z][A-Z0-9]) {1,2}-(?: |$)/gm;
const risEnd = /^ER {2}-.*$/m;
const cslItems = /^\s*(?:\[\s*)?\{\s*"/;

/** Further records are not read: a text with more is a whole library. */
const maxRecords = 100;

type RecordFormat = 'bibtex' | 'ris' | 'csl';

/** Detects the format of bibliographic records by how they begin; null when the text holds no records. */
export function detectRecordFormat(text: string): RecordFormat | null {
  if (risRecord.test(text)) return 'ris';
  if (cslItems.test(text)) return 'csl';
  return bibtexEntry.test(text) ? 'bibtex' : null;
}

/** Splits an RIS text into records. Restores the two spaces after each tag, since copying often loses one. */
function splitRisRecords(text: string): string[] {
  return text
    .trim()
    .replace(risTag, '$1  - ')
    .split(risEnd)
    .map((record) => record.trim())
    .filter((record) => record !== '')
    .slice(0, maxRecords);
}

/** Cuts a BibTeX text before its first entry, and adds keys to entries without one, because the parser needs them. */
function prepareBibtex(text: string): string {
  return text.slice(bibtexEntry.exec(text)?.index ?? 0).replace(bibtexStartWithoutKey, '$1record');
}

async function parseItems(text: string, format: RecordFormat): Promise<unknown> {
  // The parser converts the other formats to CSL-JSON.
  if (format === 'csl') return JSON.parse(text);
  const { parseBibtex, parseRis } = await import('./citation-parser.ts');
  return format === 'ris' ? splitRisRecords(text).map(parseRis) : parseBibtex(prepareBibtex(text));
}

/**
 * Reads records in their order. A record without any field is null;
 * a text with invalid syntax gives no records. The parser is loaded with the first call and fetches nothing.
 */
export async function readRecords(text: string, format: RecordFormat): Promise<(ReferenceFields | null)[]> {
  try {
    const items = await parseItems(text, format);
    return (Array.isArray(items) ? items.slice(0, maxRecords) : [items]).map(readCslFields);
  } catch {
    // The parser throws on invalid syntax, which is common in pasted text and no error of the app.
    return [];
  }
}
