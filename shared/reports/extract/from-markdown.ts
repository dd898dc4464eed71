import { withoutEntities } from '../../text/characters/entities';
import { itemStart } from '../markdown/claims';
import { unplacedName } from '../wording/wording';
import { type Place, Places } from './report-part';

/** Under which heading of rank 2 a line stands, and how many claims without a place began since. */
interface Section {
  heading: string;
  entries: number;
}

const unplaced = /^(Waiting for a place in|Cut from) draft (\d+)$/;

function sectionAt(line: string, { heading, entries }: Section): Section {
  const [, next] = /^## (.+)$/.exec(line) ?? [];
  if (next !== undefined) return { heading: next, entries: 0 };
  return { heading, entries: line.startsWith(itemStart) ? entries + 1 : entries };
}

/** The part of the report that a line begins; null when it goes on. */
function partOfLine(line: string, { heading, entries }: Section): string | null {
  const [, claim] = /^\[\^c(\d+)\]:/.exec(line) ?? [];
  if (claim !== undefined) return `claim ${claim}`;
  const [, phrase, draft] = unplaced.exec(heading) ?? [];
  if (phrase !== undefined && line.startsWith(itemStart))
    return unplacedName(
      { state: phrase === 'Cut from' ? 'cut' : 'waiting', draftNumber: Number(draft) },
      entries,
    );
  if (line === `## ${heading}`) return phrase === undefined ? `the ${heading.toLowerCase()}` : 'the lists';
  const [, source] = heading === 'Sources' ? (/^### Source (\d+)$/.exec(line) ?? []) : [];
  return source === undefined ? null : `source ${source}`;
}

/** An escaped sign, an entity, or stars. What an escaped `&` begins is no entity. */
const markup = /\\([!-/:-@[-`{-~])|(&#?\w{1,8};)|\*+/g;

/** Reads our Markdown back: its text by parts. */
export function readMarkdown(markdown: string): Place[] {
  const places = new Places();
  let where = 'the header';
  let section: Section = { heading: '', entries: 0 };
  for (const line of markdown.split('\n')) {
    section = sectionAt(line, section);
    where = partOfLine(line, section) ?? where;
    const words = line
      .replace(/\\$/, '')
      .replace(markup, (_, sign?: string, entity?: string) => sign ?? withoutEntities(entity ?? ''));
    places.add(where, `${words}\n`);
  }
  return places.all();
}
