import type { PublicReportSource, Report, ReportSource } from '../model/report-model.ts';
import {
  confidentialSourceText,
  describeSource,
  type SourcePart,
  type SourceRecord,
} from '../wording/describe-source.ts';
import { escapeImageStarts } from './article.ts';
import {
  emphasize,
  escapeMarkdown,
  getSourceHeading,
  joinMarkdown,
  joinMarkdownLines,
  type Markdown,
  md,
  printOwn,
  renderLinkMarkdown,
  toMarkdownText,
} from './markdown.ts';

function renderCitation({ citation, url }: PublicReportSource): Markdown {
  const runs = citation.runs.map(({ text, italic, link }) => {
    if (link) return renderLinkMarkdown(url, escapeMarkdown(text));
    return italic ? emphasize(text, md`*`) : escapeMarkdown(text);
  });
  return joinMarkdownLines(escapeImageStarts(joinMarkdown(runs, '')), ' ');
}

function renderPart(part: SourcePart, source: PublicReportSource): Markdown {
  switch (part.kind) {
    case 'citation':
      return renderCitation(source);
    case 'details':
    case 'reason':
      return toMarkdownText(part.text);
    case 'standing':
      return md`**${escapeMarkdown(part.text)}**`;
  }
}

function renderRecord(record: SourceRecord): Markdown {
  switch (record.kind) {
    case 'archive':
      return md`- Archived at ${renderLinkMarkdown(record.url, escapeMarkdown(record.url))}`;
    case 'file':
      return md`- File ${escapeMarkdown(record.text)}, SHA-256 \`${escapeMarkdown(record.sha256)}\``;
  }
}

function renderSource(source: ReportSource, timeZone: string): Markdown {
  if (source.confidential) return printOwn(confidentialSourceText);
  const { parts, records } = describeSource(source, timeZone);
  const paragraph = joinMarkdown(
    parts.map((part) => renderPart(part, source)),
    '\n',
  );
  return records.length === 0
    ? paragraph
    : md`${paragraph}\n\n${joinMarkdown(records.map(renderRecord), '\n')}`;
}

/** Renders the numbered sources, each below a heading that links can lead to. */
export function renderSourcesMarkdown({ sources, timeZone }: Pick<Report, 'sources' | 'timeZone'>): Markdown {
  return joinMarkdown(
    sources.map(
      (source) => md`### ${getSourceHeading(source.number).text}\n\n${renderSource(source, timeZone)}`,
    ),
    '\n\n',
  );
}
