import { stanceLabels } from '../../domain/evidence';
import { fellWords } from '../../domain/sources/withdrawn-source';
import { standingLooks } from '../../domain/verdict';
import { shownDate, shownMoment } from '../../text/format/dates';
import { sentence } from '../../text/format/end-sentence';
import type { Report, ReportEvidence, ToldClaim, UnplacedGroup } from '../model/report-model';
import { quoted, quotesItself, recheckWords, unplacedHeading } from '../wording/wording';
import { emphasised, markdownText } from './escape';

/** What follows the first line of a footnote, or of an item that begins so, belongs to it when it is indented so far. */
const indent = '    ';
export const itemStart = '-   ';
const deeper = `${indent}  `;

/** The heading of a source, and the fragment that GitHub, GitLab and Pandoc make of it. */
export function sourceHeading(number: number): { words: string; fragment: string } {
  return { words: `Source ${number}`, fragment: `#source-${number}` };
}

function evidenceMarkdown({ stance, source, locator, quote, note }: ReportEvidence): string {
  const { fragment } = sourceHeading(source.number);
  const label = `${indent}- ${stanceLabels[stance]}:`;
  if (source.confidential) return `${label} confidential [source ${source.number}](${fragment}).`;
  const where = [
    source.author ?? source.publisher,
    { title: source.title },
    source.publishedAt && shownDate(source.publishedAt),
    locator,
  ]
    .filter((part) => part !== null)
    .map((part) => (typeof part === 'string' ? markdownText(part, deeper) : emphasised(part.title, '*')));
  const fell = fellWords(source);
  const told = fell === null ? '' : `, **${fell}**`;
  const words = quote === null ? '.' : `: ${markdownText(sentence(quoted(quote)), deeper)}`;
  const remark = note === null ? '' : ` ${markdownText(sentence(note), deeper)}`;
  return `${label} ${where.join(', ')}, [source ${source.number}](${fragment})${told}${words}${remark}`;
}

function circumstances(
  { claimant, judged }: ToldClaim,
  page: number | null,
  timeZone: string,
): string | null {
  const by = judged?.by ? ` by ${judged.by},` : '';
  const told = [
    page === null ? null : `Page ${page} of the article.`,
    claimant && sentence(`Stated by ${claimant}`),
    judged && `Judged${by} ${shownMoment(judged.at, timeZone)}.`,
  ].filter((part) => part !== null);
  return told.length === 0 ? null : `${indent}${markdownText(told.join(' '), indent)}`;
}

/** `start` is what the first line begins with: all others are indented. */
function claimMarkdown(claim: ToldClaim, start: string, page: number | null, timeZone: string): string {
  const { words, evidence, note, correction } = claim;
  const { label, glyph } = standingLooks[claim.standing];
  const told = [
    recheckWords(claim),
    note && sentence(note),
    correction && sentence(`Change to ${quoted(correction)}`),
  ].filter((part) => part !== null);
  const parts = [
    `${start}${markdownText(quotesItself.test(words) ? words : quoted(words), indent)}`,
    `${indent}${glyph} **${label}**${told.length === 0 ? '' : ` — ${markdownText(told.join(' '), indent)}`}`,
    evidence.length === 0 ? `${indent}No source.` : evidence.map(evidenceMarkdown).join('\n'),
    circumstances(claim, page, timeZone),
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

/** A footnote for each claim: its words, verdict, note, correction and evidence, who said it, and who judged it when. */
export function claimsMarkdown({ claims, timeZone }: Report): string {
  return claims
    .map((claim) =>
      claimMarkdown(claim, `[^c${claim.number}]: **Claim ${claim.number}** `, claim.page, timeZone),
    )
    .join('\n\n');
}

/** Claims that stand nowhere in the article, in the same manner, as a list under a heading of rank 2. */
export function unplacedMarkdown(group: UnplacedGroup, { timeZone }: Report): string {
  const items = group.claims.map((claim) => claimMarkdown(claim, itemStart, null, timeZone));
  return [`## ${unplacedHeading(group)}`, ...items].join('\n\n');
}
