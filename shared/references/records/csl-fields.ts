import { z } from 'zod';
import type { Source } from '../../domain/source';
import { parseUrl } from '../../domain/url';
import { doiUrl } from '../addresses';
import { fieldLine, type ReferenceFields, readFields } from '../reference-fields';
import { plainWords } from '../strip-markup';
import { dateOfParts, readDate } from '../written-dates';

/** Records in the wild have numbers for strings, and lists where one value is meant; what is of no use is passed over. */
const words = z
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
    ...{ family: words, given: words, literal: words, suffix: words },
    'non-dropping-particle': words,
    'dropping-particle': words,
  }),
]);

const datePart = z
  .union([z.number(), z.string().transform(Number)])
  .optional()
  .catch(undefined);

const dateSchema = z
  .object({
    'date-parts': z.array(z.array(datePart)).optional().catch(undefined),
    raw: words,
    literal: words,
  })
  .optional()
  .catch(undefined);

/** The fields of a CSL-JSON item that say something of a source. https://docs.citationstyles.org/en/stable/specification.html */
const itemSchema = z.object({
  ...{ type: words, title: words, publisher: words, 'container-title': words, DOI: words, URL: words },
  author: z.array(nameSchema.optional().catch(undefined)).optional().catch(undefined),
  editor: z.array(nameSchema.optional().catch(undefined)).optional().catch(undefined),
  issued: dateSchema,
  accessed: dateSchema,
});

const kinds = new Map<string, Source['kind']>([
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

function line(text: string | undefined): string | undefined {
  return text === undefined ? undefined : fieldLine(plainWords(text));
}

function nameOf(name: z.infer<typeof nameSchema> | undefined): string | undefined {
  if (name === undefined || typeof name === 'string') return line(name);
  const { literal, given, family, suffix } = name;
  const parts = [given, name['dropping-particle'], name['non-dropping-particle'], family, suffix];
  return line(parts.filter(Boolean).join(' ')) ?? line(literal);
}

function namesOf(names: z.infer<typeof itemSchema>['author']): string | undefined {
  const read = (names ?? []).flatMap((name) => nameOf(name) ?? []);
  return fieldLine(read.join('; '));
}

/** A date that is not whole stays so; of a span the beginning counts. */
function dateOf(date: z.infer<typeof dateSchema>): string | undefined {
  const [parts] = date?.['date-parts'] ?? [];
  return dateOfParts(parts ?? []) ?? readDate(date?.raw ?? date?.literal ?? '');
}

/** The DOI before any other address. In a record an address stands alone, so what ends it is its own. */
function urlOf({ DOI = '', URL = '' }: z.infer<typeof itemSchema>): string | undefined {
  const doi = doiUrl(DOI.trim()) ?? parseUrl(DOI);
  return (doi?.startsWith('doi:') ? doi : null) ?? doiUrl(URL.trim()) ?? parseUrl(URL) ?? undefined;
}

/** What a CSL-JSON item says of a source; null when it says nothing. Never throws, whatever the item is. */
export function cslFields(item: unknown): ReferenceFields | null {
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success) return null;
  const record = parsed.data;
  const told = readFields({
    title: line(record.title),
    author: namesOf(record.author) ?? namesOf(record.editor),
    publisher: line(record['container-title']) ?? line(record.publisher),
    publishedAt: dateOf(record.issued),
    accessedAt: dateOf(record.accessed),
    url: urlOf(record),
  });
  return told && { ...told, kind: kinds.get(record.type ?? '') ?? 'document' };
}
