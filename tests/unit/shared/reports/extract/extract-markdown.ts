import { decodeHTMLStrict } from 'entities/decode';
import { listItemStart } from '../../../../../shared/reports/markdown/part-starts';
import { unplacedStates } from '../../../../../shared/reports/model/report-claim';
import {
  formatUnplacedHeading,
  formatUnplacedName,
} from '../../../../../shared/reports/wording/describe-claim';
import { PartCollector, type ReportPart } from './report-part';

/** The heading of rank 2 above a line, and how many list items of claims without a place began since. */
interface Section {
  heading: string;
  itemCount: number;
}

function advanceSection(section: Section, line: string): Section {
  const [, heading] = /^## (.+)$/.exec(line) ?? [];
  if (heading !== undefined) return { heading, itemCount: 0 };
  return line.startsWith(listItemStart) ? { ...section, itemCount: section.itemCount + 1 } : section;
}

/** Parses the heading above claims without a place; null when it is another heading. */
function parseUnplacedHeading(heading: string) {
  const draftNumber = Number(/ (\d+)$/.exec(heading)?.[1]);
  const state = unplacedStates.find((key) => heading === formatUnplacedHeading({ state: key, draftNumber }));
  return state === undefined ? null : { state, draftNumber };
}

/** Returns the name of the part that a line begins; null when the line continues the part before. */
function findPartStart(line: string, { heading, itemCount }: Section): string | null {
  const [, claim] = /^\[\^c(\d+)\]:/.exec(line) ?? [];
  if (claim !== undefined) return `claim ${claim}`;
  const isListItem = line.startsWith(listItemStart);
  const isHeading = line === `## ${heading}`;
  if (isListItem || isHeading) {
    const group = parseUnplacedHeading(heading);
    if (isListItem && group) return formatUnplacedName(group, itemCount);
    if (isHeading) return group ? 'the lists' : `the ${heading.toLowerCase()}`;
  }
  const [, source] = heading === 'Sources' ? (/^### Source (\d+)$/.exec(line) ?? []) : [];
  return source === undefined ? null : `source ${source}`;
}

/** An escaped character, an entity, or stars of emphasis. An escaped `&` begins no entity. */
const markup = /\\([!-/:-@[-`{-~])|(&#?\w{1,31};)|\*+/g;

/** Extracts the text of our Markdown by parts. */
export function extractMarkdownText(markdown: string): ReportPart[] {
  const parts = new PartCollector();
  let part = 'the header';
  let section: Section = { heading: '', itemCount: 0 };
  for (const line of markdown.split('\n')) {
    section = advanceSection(section, line);
    part = findPartStart(line, section) ?? part;
    const text = line
      .replace(/\\$/, '')
      .replace(
        markup,
        (_, character?: string, entity?: string) => character ?? decodeHTMLStrict(entity ?? ''),
      );
    parts.add(part, `${text}\n`);
  }
  return parts.list();
}
