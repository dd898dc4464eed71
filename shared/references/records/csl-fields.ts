import { z } from 'zod';
import type { Source } from '../../domain/source';
import { parseUrl } from '../../domain/url';
import { parseDoi } from '../addresses';
import { parseReferenceFields, type ReferenceFields, toFieldLine } from '../reference-fields';
import { stripMarkup } from '../strip-markup';
import { parseWrittenDate, toIsoDate } from '../written-dates';

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
    ...{ family: textSchema, given: textSchema, literal: textSchema, suffix: textSchema },
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
  ...{ type: textSchema, title: textSchema, publisher: textSchema, 'container-title': textSchema },
  ...{ DOI: textSchema, URL: textSchema },
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
export function readCslFields(item: unknown): ReferenceFields | null {
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
