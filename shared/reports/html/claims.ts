import { stanceLabels } from '../../domain/evidence';
import { fellWords } from '../../domain/sources/withdrawn-source';
import { standingLooks } from '../../domain/verdict';
import { shownDate, shownMoment } from '../../text/format/dates';
import { sentence } from '../../text/format/end-sentence';
import { isolate } from '../../text/format/isolate';
import type { Report, ReportClaim, ReportEvidence, ToldClaim, UnplacedGroup } from '../model/report-model';
import { noClaimWords, quoted, quotesItself, recheckWords, unplacedHeading } from '../wording/wording';
import { escapeHtml } from './escape';

function evidenceHtml({ stance, source, locator, quote, note }: ReportEvidence): string {
  const number = `<a href="#s${source.number}" aria-label="Source ${source.number}">[${source.number}]</a>`;
  const label = `${stanceLabels[stance]}:`;
  if (source.confidential) return `<li>${label} confidential source ${number}.</li>`;
  const where = [
    source.author ?? source.publisher,
    { title: source.title },
    source.publishedAt && shownDate(source.publishedAt),
    locator,
  ]
    .filter((part) => part !== null)
    .map((part) =>
      typeof part === 'string'
        ? escapeHtml(isolate(part))
        : `<cite>${escapeHtml(isolate(part.title))}</cite>`,
    );
  const words = quote === null ? '.' : `: ${escapeHtml(sentence(quoted(isolate(quote))))}`;
  const remark = note === null ? '' : ` ${escapeHtml(isolate(sentence(note)))}`;
  const fell = fellWords(source);
  const told = fell === null ? '' : `, <b class="recheck">${fell}</b>`;
  return `<li>${label} ${where.join(', ')} ${number}${told}${words}${remark}</li>`;
}

/** What a reviewer wrote, or what changed since, so marked that the file can be searched by what it is. */
function written(name: 'remark' | 'correction' | 'claimant' | 'changes', words: string): string {
  return `<span class="${name}">${escapeHtml(sentence(words))}</span>`;
}

function verdictHtml(claim: ToldClaim): string {
  const { standing, note, correction } = claim;
  const { label, glyph } = standingLooks[standing];
  const verdict = `<b class="${standing}"><span aria-hidden="true">${glyph}</span> ${label}</b>`;
  const recheck = recheckWords(claim, isolate);
  const told = [
    recheck && written('changes', recheck),
    note && written('remark', isolate(note)),
    correction && written('correction', `Change to ${quoted(isolate(correction))}`),
  ].filter((part) => part !== null);
  return `<p>${verdict}${told.length === 0 ? '' : ` — ${told.join(' ')}`}</p>`;
}

function circumstances({ claimant, judged }: ToldClaim, page: number | null, timeZone: string): string {
  const by = judged?.by ? ` by ${isolate(judged.by)},` : '';
  const told = [
    page === null ? null : `Page ${page} of the article.`,
    claimant && written('claimant', `Stated by ${isolate(claimant)}`),
    judged && escapeHtml(`Judged${by} ${shownMoment(judged.at, timeZone)}.`),
  ].filter((part) => part !== null);
  return told.length === 0 ? '' : `<p class="quiet">${told.join(' ')}</p>`;
}

function toldHtml(
  claim: ToldClaim,
  { page, direction }: Pick<ReportClaim, 'page'> & { direction: string },
  { timeZone, language }: Report,
): string {
  const { words, evidence } = claim;
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`;
  const proof =
    evidence.length === 0
      ? '<p class="quiet">No source.</p>'
      : `<ul class="quiet">${evidence.map(evidenceHtml).join('')}</ul>`;
  return `<div><q dir="${direction}"${lang}${quotesItself.test(words) ? ' class="bare"' : ''}>${escapeHtml(words)}</q>${verdictHtml(claim)}${proof}${circumstances(claim, page, timeZone)}</div>`;
}

function claimHtml(claim: ReportClaim, report: Report): string {
  const { number } = claim;
  return `<li id="c${number}"><a class="number" href="#m${number}" aria-label="Claim ${number}, in the article">${number}</a>
${toldHtml(claim, claim, report)}</li>`;
}

/** The list of claims with verdict, note, correction and evidence. */
export function claimsHtml(report: Report): string {
  if (report.claims.length === 0) return `<p class="quiet">${noClaimWords(report)}</p>`;
  return `<ol class="entries">${report.claims.map((claim) => claimHtml(claim, report)).join('\n')}</ol>`;
}

/** Claims that stand nowhere in the article, in the same manner; nothing leads to them from its text. */
export function unplacedHtml(group: UnplacedGroup, report: Report): string {
  const id = `${group.state}-${group.draftNumber}`;
  const entries = group.claims.map(
    (claim, at) =>
      `<li id="${id}-${at + 1}">${toldHtml(claim, { page: null, direction: 'auto' }, report)}</li>`,
  );
  return `<section aria-labelledby="${id}"><h2 id="${id}">${unplacedHeading(group)}</h2>
<ul class="entries">${entries.join('\n')}</ul></section>`;
}
