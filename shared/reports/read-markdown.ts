import { withoutEntities } from '../text/entities';
import { type Place, Places } from './places';

function partOfLine(line: string, inSources: boolean): string | null {
  const [, claim] = /^\[\^c(\d+)\]:/.exec(line) ?? [];
  if (claim !== undefined) return `claim ${claim}`;
  const [, part] = /^## (Summary|Article|Sources)$/.exec(line) ?? [];
  if (part !== undefined) return `the ${part.toLowerCase()}`;
  const [, source] = inSources ? (/^### Source (\d+)$/.exec(line) ?? []) : [];
  return source === undefined ? null : `source ${source}`;
}

/** An escaped sign, an entity, or stars. What an escaped `&` begins is no entity. */
const markup = /\\([!-/:-@[-`{-~])|(&#?\w{1,8};)|\*+/g;

/** Reads our Markdown back: its text by parts. */
export function readMarkdown(markdown: string): Place[] {
  const places = new Places();
  let where = 'the header';
  let inSources = false;
  for (const line of markdown.split('\n')) {
    inSources ||= line === '## Sources';
    where = partOfLine(line, inSources) ?? where;
    const words = line
      .replace(/\\$/, '')
      .replace(markup, (_, sign?: string, entity?: string) => sign ?? withoutEntities(entity ?? ''));
    places.add(where, `${words}\n`);
  }
  return places.all();
}
