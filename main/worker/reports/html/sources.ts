import { toPrintable } from '#shared/reports/base/printable.ts';
import { isolateText, own, type ReportText, reshape } from '#shared/reports/base/report-text.ts';
import { html, joinHtml, renderLink, renderUrl, type SafeHtml } from '#shared/reports/base/safe-html.ts';
import { hasRightToLeft } from '#shared/text/characters/direction.ts';
import { isolate } from '#shared/text/format/wording.ts';
import type { ClaimDetails, PublicReportSource, Report, ReportSource } from '../model/report-model.ts';
import {
  confidentialSourceText,
  describeSource,
  type SourcePart,
  type SourceRecord,
  splitAuthors,
} from '../wording/describe-source.ts';
import { nameUnplacedEntry } from './claims.ts';

/** Isolates right-to-left names and titles in the text of a citation. */
function isolateNames(
  text: ReportText,
  { title, author, publisher }: Pick<PublicReportSource, 'title' | 'author' | 'publisher'>,
): ReportText {
  const names = [title, ...splitAuthors(author), publisher ?? ''].map(toPrintable).filter(hasRightToLeft);
  return reshape(text, (whole) =>
    names.reduce((isolated, name) => isolated.replaceAll(name, isolate), whole),
  );
}

function renderCitation(source: PublicReportSource): SafeHtml {
  const runs = source.citation.runs.map(({ text, italic, link }) => {
    const content = html`${isolateNames(text, source)}`;
    const linked = link ? renderLink(source.url, content) : content;
    return italic ? html`<cite>${linked}</cite>` : linked;
  });
  return html`${runs}`;
}

function renderPart(part: SourcePart, source: PublicReportSource): SafeHtml {
  switch (part.kind) {
    case 'citation':
      return renderCitation(source);
    case 'details':
      return html`<span class="quiet">${part.text}</span>`;
    case 'standing':
      return html`<b class="recheck">${part.text}</b>`;
    case 'reason':
      return html`<span class="reason">${part.text}</span>`;
  }
}

function renderRecord(record: SourceRecord): SafeHtml {
  switch (record.kind) {
    case 'archive':
      return html`Archived at ${renderUrl(record.url)}`;
    case 'file':
      return html`File ${record.text}, SHA-256 <span class="sum">${record.sha256}</span>`;
  }
}

/** Links to claims, in the order of the lists. Claims without a place have no number. */
type ClaimLinks = ReadonlyMap<number, readonly SafeHtml[]>;

function linkClaimsBySource({ claims, unplaced }: Pick<Report, 'claims' | 'unplaced'>): ClaimLinks {
  const links = new Map<number, SafeHtml[]>();
  const add = ({ evidence }: ClaimDetails, link: SafeHtml) => {
    for (const number of new Set(evidence.map(({ source }) => source.number)))
      links.set(number, [...(links.get(number) ?? []), link]);
  };
  for (const claim of claims) add(claim, html`<a href="#c${claim.number}">${claim.number}</a>`);
  for (const group of unplaced)
    for (const [index, claim] of group.claims.entries())
      add(claim, html`<a href="#${nameUnplacedEntry(group, index)}">a ${own(group.state)} claim</a>`);
  return links;
}

function renderDetails(source: ReportSource, timeZone: string): SafeHtml {
  if (source.confidential) return html`${confidentialSourceText}`;
  const { parts, records } = describeSource(source, timeZone, isolateText);
  const firstLine = joinHtml(
    parts.map((part) => renderPart(part, source)),
    ' ',
  );
  return joinHtml([firstLine, ...records.map(renderRecord)], html`<br>`);
}

/** Renders the numbered sources, each with the claims that it is evidence for. */
export function renderSourcesHtml(
  report: Pick<Report, 'sources' | 'timeZone' | 'claims' | 'unplaced'>,
): SafeHtml {
  const links = linkClaimsBySource(report);
  const entries = report.sources.map((source) => {
    const { number } = source;
    const claims = html`<br><span class="quiet">Claims: ${joinHtml(links.get(number) ?? [], ', ')}</span>`;
    return html`<li id="s${number}"><b class="number">${number}</b><div>${renderDetails(source, report.timeZone)}${claims}</div></li>`;
  });
  return html`<ol class="entries">${joinHtml(entries, '\n')}</ol>`;
}
