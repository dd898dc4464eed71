import { noPageOrTime, type PageOrTime } from '#shared/domain/base/draft.ts';
import { nameStatus } from '#shared/reports/base/own-values.ts';
import {
  hasOwnQuotationMarks,
  isolateText,
  type OwnText,
  own,
  type ReportText,
  text,
} from '#shared/reports/base/report-text.ts';
import { html, joinHtml, renderEntries, renderLang, type SafeHtml } from '#shared/reports/base/safe-html.ts';
import {
  type ClaimSentence,
  describeMissingEvidence,
  formatUnplacedHeading,
  listCircumstances,
  listVerdictSentences,
} from '../model/describe-claim.ts';
import type {
  ClaimDetails,
  Report,
  ReportClaim,
  ReportEvidence,
  UnplacedGroup,
} from '../model/report-model.ts';
import { describeEvidence, type EvidencePart } from '../wording/describe-evidence.ts';
import { noClaimsMessage } from '../wording/describe-report.ts';

/** The class of the element around what a reviewer or an earlier draft said. */
const fieldClasses: Readonly<Record<NonNullable<ClaimSentence['field']>, OwnText>> = {
  note: own('remark'),
  correction: own('correction'),
  claimant: own('claimant'),
  changes: own('changes'),
};

function renderEvidencePart(part: EvidencePart): SafeHtml {
  switch (part.kind) {
    case 'punctuation':
    case 'text':
      return html`${part.text}`;
    case 'title':
      return html`<cite>${part.text}</cite>`;
    case 'warning':
      return html`<b class="recheck">${part.text}</b>`;
    case 'source': {
      const { number, confidential } = part;
      const link = html`<a href="#s${number}" aria-label="Source ${number}">[${number}]</a>`;
      return confidential ? html` confidential source ${link}` : html` ${link}`;
    }
  }
}

function renderEvidence(evidence: ReportEvidence): SafeHtml {
  return html`<li>${describeEvidence(evidence, isolateText).map(renderEvidencePart)}</li>`;
}

function renderSentence({ field, text }: ClaimSentence): SafeHtml {
  return field === null ? html`${text}` : html`<span class="${fieldClasses[field]}">${text}</span>`;
}

function renderVerdict(claim: ClaimDetails): SafeHtml {
  const { label, glyph } = nameStatus(claim.status);
  const verdict = html`<b class="${own(claim.status)}"><span aria-hidden="true">${glyph}</span> ${label}</b>`;
  const sentences = listVerdictSentences(claim, isolateText).map(renderSentence);
  return html`<p>${verdict}${sentences.length === 0 ? null : html` — ${joinHtml(sentences, ' ')}`}</p>`;
}

/** The tags of a claim, each with a dot of its colour. */
function renderTags({ tags }: ClaimDetails): SafeHtml | null {
  if (tags.length === 0) return null;
  const names = tags.map(
    ({ name, color }) => html`<span class="tag" data-color="${own(color)}">${isolateText(name)}</span>`,
  );
  return html`<p class="quiet">Tags: ${joinHtml(names, ', ')}</p>`;
}

function renderEvidenceList(claim: ClaimDetails): SafeHtml {
  return claim.evidence.length === 0
    ? html`<p class="quiet">${describeMissingEvidence(claim)}</p>`
    : html`<ul class="quiet">${claim.evidence.map(renderEvidence)}</ul>`;
}

function renderCircumstances(claim: ClaimDetails, place: PageOrTime, timeZone: string): SafeHtml | null {
  const sentences = listCircumstances(claim, place, timeZone, isolateText).map(renderSentence);
  return sentences.length === 0 ? null : html`<p class="quiet">${joinHtml(sentences, ' ')}</p>`;
}

/** Whether a list gives the evidence and the circumstances of its claims, or their words and verdicts alone. */
type ClaimDetail = 'full' | 'short';

function renderDetails(
  claim: ClaimDetails,
  { place, direction }: Pick<ReportClaim, 'place'> & { direction: ReportClaim['direction'] | 'auto' },
  report: Report,
  detail: ClaimDetail,
): SafeHtml {
  const bare = hasOwnQuotationMarks(claim.words) ? html` class="bare"` : null;
  const quotation = html`<q dir="${own(direction)}"${renderLang(report)}${bare}>${claim.words}</q>`;
  const verdict = renderVerdict(claim);
  if (detail === 'short') return html`<div>${quotation}${verdict}</div>`;
  const circumstances = renderCircumstances(claim, place, report.timeZone);
  return html`<div>${quotation}${verdict}${renderTags(claim)}${renderEvidenceList(claim)}${circumstances}</div>`;
}

function renderClaim(claim: ReportClaim, report: Report, detail: ClaimDetail): SafeHtml {
  const { number } = claim;
  return html`<li id="c${number}" data-status="${own(claim.status)}"><a class="number" href="#m${number}" aria-label="Claim ${number}, in the article">${number}</a>
${renderDetails(claim, claim, report, detail)}</li>`;
}

/** Renders the list of claims with verdict, remarks and evidence. */
export function renderClaimsHtml(report: Report, detail: ClaimDetail = 'full'): SafeHtml {
  const claims = report.claims.map((claim) => renderClaim(claim, report, detail));
  const list = renderEntries(claims) ?? html`\n<p class="quiet">${noClaimsMessage(report)}</p>`;
  return html`<section aria-labelledby="claims"><h2 id="claims">Claims</h2>${list}</section>`;
}

/** The id of an entry of claims without a place, counted from 0. */
export function nameUnplacedEntry({ state, draftNumber }: UnplacedGroup, index: number): ReportText {
  return text`${own(state)}-${draftNumber}-${index + 1}`;
}

/** Renders claims without a place in the same way. Nothing in the article links to them. */
export function renderUnplacedHtml(
  group: UnplacedGroup,
  report: Report,
  detail: ClaimDetail = 'full',
): SafeHtml {
  const id = text`${own(group.state)}-${group.draftNumber}`;
  const entries = group.claims.map((claim, index) => {
    const details = renderDetails(claim, { place: noPageOrTime, direction: 'auto' }, report, detail);
    return html`<li id="${nameUnplacedEntry(group, index)}" data-status="${own(claim.status)}">${details}</li>`;
  });
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${formatUnplacedHeading(group)}</h2>
<ul class="entries">${joinHtml(entries, '\n')}</ul></section>`;
}
