import { hasRightToLeft } from '../../text/characters/direction';
import { isolate } from '../../text/format/isolate';
import { splitNames } from '../citations/csl-item';
import type { PublicReportSource, ReportSource } from '../model/report-claim';
import type { Report } from '../model/report-model';
import { toPrintable } from '../printable';
import {
  confidentialSourceText,
  describeSource,
  type SourcePart,
  type SourceRecord,
} from '../wording/describe-source';
import { fieldClasses } from './field-classes';
import { renderLink, renderUrl } from './link';
import { html, joinHtml, type SafeHtml } from './safe-html';

/** Isolates right-to-left names and titles in the text of a citation. */
function isolateNames(text: string, { title, author, publisher }: PublicReportSource): string {
  const names = [title, ...splitNames(author), publisher ?? ''].map(toPrintable).filter(hasRightToLeft);
  return names.reduce((isolated, name) => isolated.replaceAll(name, isolate), text);
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
      return html`<span class="${fieldClasses.standingReason}">${part.text}</span>`;
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

function renderSource(source: ReportSource, timeZone: string): SafeHtml {
  if (source.confidential) return html`${confidentialSourceText}`;
  const { parts, records } = describeSource(source, timeZone, isolate);
  const firstLine = joinHtml(
    parts.map((part) => renderPart(part, source)),
    ' ',
  );
  return joinHtml([firstLine, ...records.map(renderRecord)], html`<br>`);
}

/** Renders the numbered sources. */
export function renderSourcesHtml({ sources, timeZone }: Pick<Report, 'sources' | 'timeZone'>): SafeHtml {
  const entries = sources.map(
    (source) =>
      html`<li id="s${source.number}"><b class="number">${source.number}</b><div>${renderSource(source, timeZone)}</div></li>`,
  );
  return html`<ol class="entries">${joinHtml(entries, '\n')}</ol>`;
}
