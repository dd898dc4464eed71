import { z } from 'zod';
import { unplacedStates } from '../model/report-model';
import { unplacedName } from '../wording/wording';
import { type Place, Places } from './report-part';

const parts: Record<string, string> = {
  article: 'the article',
  draft: 'the article',
  check: 'the header',
  summary: 'the summary',
};

const fields: Record<string, string> = {
  note: 'the note on',
  correction: 'the correction of',
  claimant: 'the “stated by” of',
  changes: 'what changed in',
};

const sourceFields: Record<string, string> = { standingReason: 'the reason given for' };

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Every string and number of a JSON value with the part it stands in; keys too. */
function walk(value: unknown, where: string, places: Places): void {
  if (typeof value === 'string' || typeof value === 'number') places.add(where, `${value}\n`);
  else if (Array.isArray(value)) for (const item of value) walk(item, where, places);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) {
      places.add(where, `${key}\n`);
      walk(item, where, places);
    }
}

/** An item of a list; what a reviewer wrote of a claim has a name of its own. */
function walkItem(item: unknown, where: string, places: Places, names: Record<string, string> = {}): void {
  if (!isObject(item)) walk(item, where, places);
  else
    for (const [key, value] of Object.entries(item)) {
      const field = names[key];
      places.add(where, `${key}\n`);
      walk(value, field === undefined ? where : `${field} ${where}`, places);
    }
}

/** What an item of a list is called by its number. */
function numbered(item: unknown, part: string): string {
  const number = isObject(item) && 'number' in item ? item.number : null;
  return typeof number === 'number' ? `${part} ${number}` : part;
}

const groupSchema = z.looseObject({
  state: z.enum(unplacedStates),
  draft: z.number(),
  claims: z.array(z.unknown()),
});

/** Claims that stand nowhere in the article. */
function walkGroup(group: unknown, places: Places): void {
  const read = groupSchema.safeParse(group);
  if (!read.success) {
    walk(group, 'the lists', places);
    return;
  }
  const { state, draft, claims } = read.data;
  walk({ ...read.data, claims: [] }, 'the lists', places);
  for (const [at, item] of claims.entries())
    walkItem(item, unplacedName({ state, draftNumber: draft }, at + 1), places, fields);
}

/** Reads our JSON back: its strings, numbers and keys by parts. Throws on what is no JSON. */
export function readJson(json: string): Place[] {
  const places = new Places();
  const value: unknown = JSON.parse(json);
  for (const [key, part] of Object.entries(value ?? {})) {
    places.add('the other fields', `${key}\n`);
    const items: unknown[] | null = Array.isArray(part) ? part : null;
    if (key === 'claims' && items)
      for (const item of items) walkItem(item, numbered(item, 'claim'), places, fields);
    else if (key === 'sources' && items)
      for (const item of items) walkItem(item, numbered(item, 'source'), places, sourceFields);
    else if (key === 'unplaced' && items) for (const item of items) walkGroup(item, places);
    else walk(part, parts[key] ?? 'the other fields', places);
  }
  return places.all();
}
