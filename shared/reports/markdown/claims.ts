import { noPlace, type Place } from '../../domain/draft/place';
import { statusLooks } from '../../domain/verdict';
import type { ClaimDetails, ReportEvidence, UnplacedGroup } from '../model/report-claim';
import type { Report } from '../model/report-model';
import {
  type ClaimSentence,
  describeMissingEvidence,
  describeTags,
  formatUnplacedHeading,
  listCircumstances,
  listVerdictSentences,
} from '../wording/describe-claim';
import { describeEvidence, type EvidencePart } from '../wording/describe-evidence';
import { addQuotationMarks, hasOwnQuotationMarks } from '../wording/quotation-marks';
import { emphasize, toMarkdownText } from './escape-markdown';
import { formatFootnoteStart, getSourceHeading, indentation, listItemStart } from './part-starts';

/** The indentation of further lines of a list item inside a footnote. */
const nestedIndentation = `${indentation}  `;

function renderEvidencePart(part: EvidencePart): string {
  switch (part.kind) {
    case 'punctuation':
      return part.text;
    case 'text':
      return toMarkdownText(part.text, nestedIndentation);
    case 'title':
      return emphasize(part.text, '*');
    case 'warning':
      return `**${part.text}**`;
    case 'source': {
      const { number, confidential } = part;
      const link = `[source ${number}](${getSourceHeading(number).fragment})`;
      return confidential ? ` confidential ${link}` : `, ${link}`;
    }
  }
}

function renderEvidence(evidence: ReportEvidence): string {
  return `${indentation}- ${describeEvidence(evidence).map(renderEvidencePart).join('')}`;
}

function joinSentences(sentences: readonly ClaimSentence[]): string {
  return toMarkdownText(sentences.map(({ text }) => text).join(' '), indentation);
}

/** Renders a claim. `start` is how its first line begins; all other lines are indented. */
function renderClaim(claim: ClaimDetails, start: string, place: Place, timeZone: string): string {
  const { words, evidence } = claim;
  const { label, glyph } = statusLooks[claim.status];
  const remarks = listVerdictSentences(claim);
  const tags = describeTags(claim);
  const circumstances = [...(tags ? [tags] : []), ...listCircumstances(claim, place, timeZone)];
  const paragraphs = [
    `${start}${toMarkdownText(hasOwnQuotationMarks(words) ? words : addQuotationMarks(words), indentation)}`,
    `${indentation}${glyph} **${label}**${remarks.length === 0 ? '' : ` — ${joinSentences(remarks)}`}`,
    evidence.length === 0
      ? `${indentation}${describeMissingEvidence(claim)}`
      : evidence.map(renderEvidence).join('\n'),
    ...(circumstances.length === 0 ? [] : [`${indentation}${joinSentences(circumstances)}`]),
  ];
  return paragraphs.join('\n\n');
}

/** Renders a footnote for each claim: its words, verdict, remarks and evidence, who said it, and who judged it when. */
export function renderClaimsMarkdown({ claims, timeZone }: Report): string {
  return claims
    .map((claim) => {
      const start = `${formatFootnoteStart(claim.number)}**Claim ${claim.number}** `;
      return renderClaim(claim, start, claim.place, timeZone);
    })
    .join('\n\n');
}

/** Renders claims without a place in the same way, as a list below a heading of rank 2. */
export function renderUnplacedMarkdown(group: UnplacedGroup, { timeZone }: Report): string {
  const items = group.claims.map((claim) => renderClaim(claim, listItemStart, noPlace, timeZone));
  return [`## ${formatUnplacedHeading(group)}`, ...items].join('\n\n');
}
