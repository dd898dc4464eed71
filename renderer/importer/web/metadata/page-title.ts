import { collapseWhitespace } from '../../../../shared/text/format/wording';

/** Other facts about a page, by which its title is read. */
interface TitleClues {
  /** The names of the site, as the page has them. */
  siteNames: readonly string[];
  /** The host of the page's address; null when it is not known. */
  host: string | null;
  /** The page's headings of level 1. */
  headings: readonly string[];
}

/** Between a title and the name of its site or section. A hyphen or colon only with spaces, since titles have them as well. */
const separator = /\s+[-–—·•»«:]\s+|\s*[|｜]\s*/gu;

/** "The ferry [gull.example]" */
const hostInBrackets = /(?<=\S)\s*\[[\w-]+(?:\.[\w-]+)+\]$/u;

/** Shorter remainders are no title: "News | The Gull" keeps both. In UTF-16 code units. */
const minTitleLength = 8;

/**
 * Removes the name of the site from a title, at its end or at its beginning: "The ferry | The Harbour Gull". Where the page's heading
 * is a part of the title, whatever stands beyond a separator goes too, such as a section.
 */
export function removeSiteName(title: string, clues: TitleClues): string {
  const line = decodeEntities(collapseWhitespace(title)).replace(hostInBrackets, '');
  const parts = splitTitle(line);
  const headings = new Set(clues.headings.map(normalize).filter((heading) => heading !== ''));
  const heading = parts.find(({ text }) => headings.has(normalize(text)));
  if (heading) return heading.text;
  for (const { text, rest } of parts)
    if (rest.every((other) => isSiteName(other, clues)) && text.length >= minTitleLength) return text;
  return line;
}

interface TitlePart {
  text: string;
  /** The names cut off before and behind it. */
  rest: string[];
}

/** Lists the ways to cut a title at separators, the shortest first. */
function splitTitle(line: string): TitlePart[] {
  const cuts = Array.from(line.matchAll(separator), ({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
  }));
  const starts = [0, ...cuts.map(({ end }) => end)];
  const ends = [...cuts.map(({ start }) => start), line.length];
  const parts = starts.flatMap((start, first) =>
    ends.slice(first).map((end, offset) => ({
      text: line.slice(start, end),
      rest: starts.flatMap((from, index) =>
        index < first || index > first + offset ? [line.slice(from, ends[index])] : [],
      ),
    })),
  );
  return parts.filter(({ rest }) => rest.length > 0).sort((a, b) => a.text.length - b.text.length);
}

function normalize(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a part of a title is the name of the site: "The Harbour Gull", "harbourgull.example", "BBC News". */
function isSiteName(part: string, { siteNames, host }: TitleClues): boolean {
  const name = normalize(part).replace(/^the(?=.)/, '');
  if (name.length < 2) return false;
  if (siteNames.some((siteName) => normalize(siteName).replace(/^the(?=.)/, '') === name)) return true;
  const labels = (host ?? '').split('.').slice(0, -1).map(normalize);
  return normalize(host ?? '').replace(/^www/, '') === name || labels.includes(name);
}

/** Decodes the entities of a title that was escaped twice, as "this&amp;nbsp;game". */
function decodeEntities(line: string): string {
  if (!/&(?:[a-z]+|#\d+);/i.test(line)) return line;
  const decoded = new DOMParser().parseFromString(line.replace(/</g, '&lt;'), 'text/html').body.textContent;
  return collapseWhitespace(decoded ?? line);
}
