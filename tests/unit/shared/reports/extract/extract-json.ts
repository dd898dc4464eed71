import { z } from 'zod';
import { unplacedStates } from '../../../../../shared/reports/model/report-claim';
import { formatUnplacedName } from '../../../../../shared/reports/wording/describe-claim';
import { reviewerFieldNames } from '../../../../../shared/reports/wording/reviewer-fields';
import { PartCollector, type ReportPart } from './report-part';

/** The parts of a report that its keys begin; all other keys are `the other fields`. */
const partNames: Readonly<Record<string, string>> = {
  article: 'the article',
  draft: 'the article',
  check: 'the header',
  summary: 'the summary',
  queries: 'the queries',
};

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Collects every key, string and number of a JSON value. */
export function collectValues(value: unknown, name: string, parts: PartCollector): void {
  if (typeof value === 'string' || typeof value === 'number') parts.add(name, `${value}\n`);
  else if (Array.isArray(value)) for (const item of value) collectValues(item, name, parts);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) {
      parts.add(name, `${key}\n`);
      collectValues(item, name, parts);
    }
}

/** The names of the fields by their keys. */
const fieldNames = new Map<string, string>([
  ...Object.entries(reviewerFieldNames),
  ['tags', reviewerFieldNames.tag],
]);

/** Collects a claim or a source. Its reviewer fields become parts of their own. */
function collectItem(item: unknown, name: string, parts: PartCollector): void {
  if (!isObject(item)) collectValues(item, name, parts);
  else
    for (const [key, value] of Object.entries(item)) {
      const field = fieldNames.get(key);
      parts.add(name, `${key}\n`);
      collectValues(value, field === undefined ? name : `${field} ${name}`, parts);
    }
}

/** Names an item of a list by its number. */
function formatItemName(item: unknown, list: string): string {
  const number = isObject(item) && 'number' in item ? item.number : null;
  return typeof number === 'number' ? `${list} ${number}` : list;
}

const groupSchema = z.looseObject({
  state: z.enum(unplacedStates),
  draft: z.number(),
  claims: z.array(z.unknown()),
});

/** Collects the claims that lost their place in one draft. */
function collectUnplacedGroup(value: unknown, parts: PartCollector): void {
  const group = groupSchema.safeParse(value);
  if (!group.success) {
    collectValues(value, 'the lists', parts);
    return;
  }
  const { state, draft, claims } = group.data;
  collectValues({ ...group.data, claims: [] }, 'the lists', parts);
  for (const [index, claim] of claims.entries())
    collectItem(claim, formatUnplacedName({ state, draftNumber: draft }, index + 1), parts);
}

/** Extracts the keys, strings and numbers of our JSON by parts. Throws on invalid JSON. */
export function extractJsonText(json: string): ReportPart[] {
  const parts = new PartCollector();
  const report: unknown = JSON.parse(json);
  for (const [key, value] of Object.entries(report ?? {})) {
    parts.add('the other fields', `${key}\n`);
    const items: unknown[] | null = Array.isArray(value) ? value : null;
    if (key === 'claims' && items)
      for (const item of items) collectItem(item, formatItemName(item, 'claim'), parts);
    else if (key === 'sources' && items)
      for (const item of items) collectItem(item, formatItemName(item, 'source'), parts);
    else if (key === 'unplaced' && items) for (const item of items) collectUnplacedGroup(item, parts);
    else collectValues(value, partNames[key] ?? 'the other fields', parts);
  }
  return parts.list();
}
