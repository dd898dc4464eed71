import type { CitationStyle } from '../../domain/report-options';
import { browserUrl } from '../../domain/url';
import { shownDate } from '../../text/format/dates';
import { printable } from '../printable';
import { type CiteItem, cslEngine, italicEnd, italicStart } from './csl-engine';
import { type CitedFields, type CslItem, cslItemOf, namesOf } from './csl-item';
import { addresses, letters, type Unsaid, unsaidIn } from './missing-citation-fields';

/** Some words of a citation, as text; `link` when they are the source's address. */
export interface CitationRun {
  text: string;
  italic: boolean;
  link: boolean;
}

/** A source in one citation style, and which of its fields the style does not print. */
export interface Citation {
  runs: CitationRun[];
  unsaid: Unsaid;
}

/** Cuts what citeproc wrote at the borders of italics and at the source's address. */
function runsOf(written: string, url: string | null): CitationRun[] {
  const runs: CitationRun[] = [];
  let italic = 0;
  for (const piece of written.split(/([\ufdd0\ufdd1])/)) {
    if (piece === italicStart) italic += 1;
    else if (piece === italicEnd) italic -= 1;
    else if (piece !== '') runs.push({ text: piece, italic: italic > 0, link: false });
  }
  const address =
    url === null ? undefined : addresses(url).find((form) => runs.some(({ text }) => text.includes(form)));
  if (address === undefined) return runs;
  const holder = runs.findLastIndex(({ text }) => text.includes(address));
  return runs.flatMap((run, at) => {
    if (at !== holder) return run;
    const start = run.text.lastIndexOf(address);
    return [
      { ...run, text: run.text.slice(0, start) },
      { ...run, text: address, link: true },
      { ...run, text: run.text.slice(start + address.length) },
    ].filter(({ text }) => text !== '');
  });
}

/** The source in our own plain words, for what a style does not list and what citeproc can't cite. */
function plainly({ kind, title, author, publisher, publishedAt, url }: CitedFields): string {
  const parts = [namesOf(author).join(', '), title, publisher ?? ''].filter((part) => part !== '');
  const date = publishedAt === null ? [] : [shownDate(publishedAt)];
  const said = [...parts, ...date, ...(kind === 'person' ? ['Personal communication'] : [])].join('. ');
  return printable(`${said}.${url === null ? '' : ` ${browserUrl(url)}`}`);
}

const engines = new Map<CitationStyle, CiteItem>();
/** Sources are values: one that was cited is cited the same again. */
const known = new Map<CitationStyle, WeakMap<CitedFields, Citation>>();

function engineOf(style: CitationStyle): CiteItem {
  const engine = engines.get(style) ?? cslEngine(style);
  engines.set(style, engine);
  return engine;
}

/** What the style writes of the item; null when it lists no such thing, fails, or leaves the title out. */
function byStyle(style: CitationStyle, item: CslItem): string | null {
  // APA names what a person said in the text alone (8.9), and citeproc lists it with some fields and not with others.
  if (style === 'apa' && item.type === 'personal_communication') return null;
  try {
    const written = engineOf(style)(item)?.replace(/\s+/g, ' ').trim() ?? '';
    return written !== '' && letters(written).includes(letters(item.title)) ? written : null;
  } catch {
    // The engine may hold half an entry.
    engines.delete(style);
    return null;
  }
}

/** The citation of a source as an entry of a numbered list, without its number. Never throws. */
export function citationOf(source: CitedFields, style: CitationStyle): Citation {
  const memory = known.get(style) ?? new WeakMap<CitedFields, Citation>();
  known.set(style, memory);
  const before = memory.get(source);
  if (before) return before;
  const written = byStyle(style, cslItemOf(source, 'source'));
  const runs = runsOf(written ?? plainly(source), source.url);
  const citation = { runs, unsaid: unsaidIn(runs.map(({ text }) => text).join(''), source) };
  memory.set(source, citation);
  return citation;
}

/** The words of a citation. */
export function citationText({ runs }: Pick<Citation, 'runs'>): string {
  return runs.map(({ text }) => text).join('');
}
