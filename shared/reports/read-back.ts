import type { ReportFormat } from './options';

/** A part of a written report, as `claim 3` or `the summary`, and all text in it, as a reader gets it. */
export interface Place {
  where: string;
  text: string;
}

/** Collects text by place. */
class Places {
  private readonly parts = new Map<string, string[]>();

  add(where: string, text: string): void {
    const known = this.parts.get(where);
    if (known) known.push(text);
    else this.parts.set(where, [text]);
  }

  all(): Place[] {
    return Array.from(this.parts, ([where, texts]) => ({ where, text: texts.join('') }));
  }
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function letter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function decoded(html: string): string {
  return html.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (entity, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? entity;
      return letter(hex === undefined ? Number(digits) : Number.parseInt(hex, 16));
    },
  );
}

/** Where a tag of our HTML begins a part of the report; null when it does not. */
function partAt(tag: string, attributes: string): string | null {
  const [, list, number] = /\bid="([cs])(\d+)"/.exec(attributes) ?? [];
  if (number !== undefined) return `${list === 'c' ? 'claim' : 'source'} ${number}`;
  if (/\bclass="summary"/.test(attributes)) return 'the summary';
  if (['header', 'article', 'footer'].includes(tag)) return `the ${tag}`;
  return tag === 'section' ? 'the lists' : null;
}

/** Tags that do not end a word. */
const inline = new Set('a b strong em mark span cite q i u'.split(' '));
const token = /<!--([\s\S]*?)-->|<(\/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/gi;

function readHtml(html: string): Place[] {
  const places = new Places();
  let where = 'the head of the file';
  const bare = html.replace(/url\(data:font[^)]*\)/g, '');
  for (const [, comment, close, name = '', attributes = '', text] of bare.matchAll(token)) {
    if (comment !== undefined) places.add('a comment', `${decoded(comment)}\n`);
    else if (text !== undefined) places.add(where, decoded(text));
    else {
      const tag = name.toLowerCase();
      where = (close === '' ? partAt(tag, attributes) : null) ?? where;
      if (!inline.has(tag)) places.add(where, '\n');
      for (const [, double, single] of attributes.matchAll(/=\s*(?:"([^"]*)"|'([^']*)')/g))
        places.add(`${where}, in an attribute`, `${decoded(double ?? single ?? '')}\n`);
    }
  }
  return places.all();
}

function partOfLine(line: string, inSources: boolean): string | null {
  const [, claim] = /^\[\^c(\d+)\]:/.exec(line) ?? [];
  if (claim !== undefined) return `claim ${claim}`;
  const [, part] = /^## (Summary|Article|Sources)$/.exec(line) ?? [];
  if (part !== undefined) return `the ${part.toLowerCase()}`;
  const [, source] = inSources ? (/^### Source (\d+)$/.exec(line) ?? []) : [];
  return source === undefined ? null : `source ${source}`;
}

function readMarkdown(markdown: string): Place[] {
  const places = new Places();
  let where = 'the header';
  let inSources = false;
  for (const line of markdown.split('\n')) {
    inSources ||= line === '## Sources';
    where = partOfLine(line, inSources) ?? where;
    const words = line
      .replace(/\\$/, '')
      .replace(/\\([!-/:-@[-`{-~])|\*+/g, (_, sign?: string) => sign ?? '');
    places.add(where, `${decoded(words)}\n`);
  }
  return places.all();
}

/** Every string of a JSON value with the part it stands in; keys too. */
function walk(value: unknown, where: string, places: Places): void {
  if (typeof value === 'string' || typeof value === 'number') places.add(where, `${value}\n`);
  else if (Array.isArray(value)) for (const item of value) walk(item, where, places);
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) {
      places.add(where, `${key}\n`);
      walk(item, where, places);
    }
}

const jsonParts: Record<string, string> = {
  article: 'the article',
  draft: 'the article',
  check: 'the header',
  summary: 'the summary',
  claims: 'claim',
  sources: 'source',
};

function readJson(json: string): Place[] {
  const places = new Places();
  const value: unknown = JSON.parse(json);
  for (const [key, part] of Object.entries(value ?? {})) {
    const where = jsonParts[key] ?? 'the other fields';
    places.add('the other fields', `${key}\n`);
    if ((key !== 'claims' && key !== 'sources') || !Array.isArray(part)) walk(part, where, places);
    else
      for (const item of part) {
        const number = item !== null && typeof item === 'object' && 'number' in item ? item.number : 0;
        walk(item, typeof number === 'number' ? `${where} ${number}` : where, places);
      }
  }
  return places.all();
}

/** Reads a report back, as a file of its format and not as what it was made of. Throws on JSON that is none. */
export function readBack(format: ReportFormat, content: string): Place[] {
  if (format === 'json') return readJson(content);
  return format === 'markdown' ? readMarkdown(content) : readHtml(content);
}
