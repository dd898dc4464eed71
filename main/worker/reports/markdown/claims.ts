import { noPageOrTime, type PageOrTime } from '#shared/domain/base/draft.ts';
import { nameStatus } from '#shared/reports/base/own-values.ts';
import {
  addQuotationMarks,
  hasOwnQuotationMarks,
  joinTexts,
  type ReportText,
} from '#shared/reports/base/report-text.ts';
import {
  describeMissingEvidence,
  describeTags,
  formatUnplacedHeading,
  listCircumstances,
  listVerdictSentences,
} from '../model/describe-claim.ts';
import type { ClaimDetails, Report, ReportEvidence, UnplacedGroup } from '../model/report-model.ts';
import { describeEvidence, type EvidencePart } from '../wording/describe-evidence.ts';
import {
  emphasize,
  escapeMarkdown,
  formatFootnoteStart,
  getSourceHeading,
  indentation,
  joinMarkdown,
  listItemStart,
  type Markdown,
  markup,
  md,
  printOwn,
  toMarkdownText,
} from './markdown.ts';

/** The indentation of further lines of a list item inside a footnote. */
const nestedIndentation = md`${indentation}  `;

function renderEvidencePart(part: EvidencePart): Markdown {
  switch (part.kind) {
    case 'punctuation':
      return escapeMarkdown(part.text);
    case 'text':
      return toMarkdownText(part.text, nestedIndentation);
    case 'title':
      return emphasize(part.text, md`*`);
    case 'warning':
      return md`**${escapeMarkdown(part.text)}**`;
    case 'source': {
      const { number, confidential } = part;
      const link = md`[source ${number}](${getSourceHeading(number).fragment})`;
      return confidential ? md` confidential ${link}` : md`, ${link}`;
    }
  }
}

function renderEvidence(evidence: ReportEvidence): Markdown {
  return md`${indentation}- ${joinMarkdown(describeEvidence(evidence).map(renderEvidencePart), '')}`;
}

function joinSentences(sentences: readonly ReportText[]): Markdown {
  return toMarkdownText(joinTexts(sentences, ' '), indentation);
}

/** Renders a claim. `start` is how its first line begins; all other lines are indented. */
function renderClaim(claim: ClaimDetails, start: Markdown, place: PageOrTime, timeZone: string): Markdown {
  const { words, evidence } = claim;
  const { label, glyph } = nameStatus(claim.status);
  const remarks = listVerdictSentences(claim).map((sentence) => sentence.text);
  const tags = describeTags(claim);
  const circumstances = [
    ...(tags === null ? [] : [tags]),
    ...listCircumstances(claim, place, timeZone).map((sentence) => sentence.text),
  ];
  const paragraphs = [
    md`${start}${toMarkdownText(hasOwnQuotationMarks(words) ? words : addQuotationMarks(words), indentation)}`,
    md`${indentation}${printOwn(glyph)} **${printOwn(label)}**${remarks.length === 0 ? markup('') : md` — ${joinSentences(remarks)}`}`,
    evidence.length === 0
      ? md`${indentation}${printOwn(describeMissingEvidence(claim))}`
      : joinMarkdown(evidence.map(renderEvidence), '\n'),
    ...(circumstances.length === 0 ? [] : [md`${indentation}${joinSentences(circumstances)}`]),
  ];
  return joinMarkdown(paragraphs, '\n\n');
}

/** Renders a footnote for each claim: its words, verdict, remarks and evidence, who said it, and who judged it when. */
export function renderClaimsMarkdown({ claims, timeZone }: Report): Markdown {
  const footnotes = claims.map((claim) => {
    const start = md`${formatFootnoteStart(claim.number)}**Claim ${claim.number}** `;
    return renderClaim(claim, start, claim.place, timeZone);
  });
  return joinMarkdown(footnotes, '\n\n');
}

/** Renders claims without a place in the same way, as a list below a heading of rank 2. */
export function renderUnplacedMarkdown(group: UnplacedGroup, { timeZone }: Report): Markdown {
  const items = group.claims.map((claim) => renderClaim(claim, listItemStart, noPageOrTime, timeZone));
  return joinMarkdown([md`## ${escapeMarkdown(formatUnplacedHeading(group))}`, ...items], '\n\n');
}
