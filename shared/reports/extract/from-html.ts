import { withoutEntities } from '../../text/characters/entities';
import { unplacedName } from '../wording/wording';
import { type Place, Places } from './report-part';

/** Where a tag of our HTML begins a part of the report; null when it does not. */
function partAt(tag: string, attributes: string): string | null {
  const [, list, number] = /\bid="([cs])(\d+)"/.exec(attributes) ?? [];
  if (number !== undefined) return `${list === 'c' ? 'claim' : 'source'} ${number}`;
  const [, state, draft, position] = /\bid="(waiting|cut)-(\d+)-(\d+)"/.exec(attributes) ?? [];
  if (state === 'waiting' || state === 'cut')
    return unplacedName({ state, draftNumber: Number(draft) }, Number(position));
  if (/\bclass="summary"/.test(attributes)) return 'the summary';
  if (['header', 'article', 'footer'].includes(tag)) return `the ${tag}`;
  return tag === 'section' ? 'the lists' : null;
}

const fields: Record<string, string> = {
  remark: 'the note on',
  correction: 'the correction of',
  claimant: 'the “stated by” of',
  changes: 'what changed in',
  reason: 'the reason given for',
};

/** The words for what a reviewer wrote of a claim, or what changed in it, where a tag begins it; null when it does not. */
function fieldAt(tag: string, attributes: string): string | null {
  const [, name = ''] = tag === 'span' ? (/\bclass="(\w+)"/.exec(attributes) ?? []) : [];
  return fields[name] ?? null;
}

/** Tags that do not end a word. */
const inline = new Set('a b strong em mark span cite q i u'.split(' '));
const token = /<!--([\s\S]*?)-->|<(\/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/gi;

/** The place of the title, which a printed file has on each page. */
export const headOfFile = 'the head of the file';

/** Reads our HTML back: its text by parts, its attributes and comments. */
export function readHtml(html: string): Place[] {
  const places = new Places();
  let part = headOfFile;
  let field: string | null = null;
  const bare = html.replace(/url\(data:font[^)]*\)/g, '');
  for (const [, comment, close, name = '', attributes = '', text] of bare.matchAll(token)) {
    const where = field === null ? part : `${field} ${part}`;
    if (comment !== undefined) places.add('a comment', `${withoutEntities(comment)}\n`, false);
    else if (text !== undefined) places.add(where, withoutEntities(text), part !== headOfFile);
    else {
      const tag = name.toLowerCase();
      if (close === '') part = partAt(tag, attributes) ?? part;
      // None of them holds tags.
      field = close === '' ? fieldAt(tag, attributes) : null;
      if (!inline.has(tag)) places.add(part, '\n', part !== headOfFile);
      for (const [, double, single] of attributes.matchAll(/=\s*(?:"([^"]*)"|'([^']*)')/g))
        places.add(`${part}, in an attribute`, `${withoutEntities(double ?? single ?? '')}\n`, false);
    }
  }
  return places.all();
}
