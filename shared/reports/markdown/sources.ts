import type { PublicReportSource, ReportSource } from '../model/report-claim';
import type { Report } from '../model/report-model';
import {
  confidentialSourceText,
  describeSource,
  type SourcePart,
  type SourceRecord,
} from '../wording/describe-source';
import {
  emphasize,
  escapeMarkdown,
  joinMarkdownLines,
  renderLinkMarkdown,
  toMarkdownText,
} from './escape-markdown';
import { getSourceHeading } from './part-starts';
import { escapeImageStarts } from './runs';

function renderCitation({ citation, url }: PublicReportSource): string {
  const runs = citation.runs.map(({ text, italic, link }) => {
    if (link) return renderLinkMarkdown(url, escapeMarkdown(text));
    return italic ? emphasize(text, '*') : escapeMarkdown(text);
  });
  return joinMarkdownLines(escapeImageStarts(runs.join('')), ' ');
}

function renderPart(part: SourcePart, source: PublicReportSource): string {
  switch (part.kind) {
    case 'citation':
      return renderCitation(source);
    case 'details':
    case 'reason':
      return toMarkdownText(part.text);
    case 'standing':
      return `**${part.text}**`;
  }
}

function renderRecord(record: SourceRecord): string {
  switch (record.kind) {
    case 'archive':
      return `- Archived at ${renderLinkMarkdown(record.url, escapeMarkdown(record.url))}`;
    case 'file':
      return `- File ${escapeMarkdown(record.text)}, SHA-256 \`${record.sha256}\``;
  }
}

function renderSource(source: ReportSource, timeZone: string): string {
  if (source.confidential) return confidentialSourceText;
  const { parts, records } = describeSource(source, timeZone);
  const paragraph = parts.map((part) => renderPart(part, source)).join('\n');
  return records.length === 0 ? paragraph : `${paragraph}\n\n${records.map(renderRecord).join('\n')}`;
}

/** Renders the numbered sources, each below a heading that links can lead to. */
export function renderSourcesMarkdown({ sources, timeZone }: Pick<Report, 'sources' | 'timeZone'>): string {
  return sources
    .map((source) => `### ${getSourceHeading(source.number).text}\n\n${renderSource(source, timeZone)}`)
    .join('\n\n');
}
