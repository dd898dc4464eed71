import { type Place, Places } from './places';

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
};

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

/** An item of a list, named by its number; what a reviewer wrote of a claim has a name of its own. */
function walkItem(item: unknown, part: string, places: Places): void {
  const number = isObject(item) && 'number' in item ? item.number : null;
  const where = typeof number === 'number' ? `${part} ${number}` : part;
  if (!isObject(item)) walk(item, where, places);
  else
    for (const [key, value] of Object.entries(item)) {
      const field = part === 'claim' ? fields[key] : undefined;
      places.add(where, `${key}\n`);
      walk(value, field === undefined ? where : `${field} ${where}`, places);
    }
}

/** Reads our JSON back: its strings, numbers and keys by parts. Throws on what is no JSON. */
export function readJson(json: string): Place[] {
  const places = new Places();
  const value: unknown = JSON.parse(json);
  for (const [key, part] of Object.entries(value ?? {})) {
    places.add('the other fields', `${key}\n`);
    if ((key === 'claims' || key === 'sources') && Array.isArray(part))
      for (const item of part) walkItem(item, key === 'claims' ? 'claim' : 'source', places);
    else walk(part, parts[key] ?? 'the other fields', places);
  }
  return places.all();
}
