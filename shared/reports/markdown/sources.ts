import { sentence } from '../../text/format/end-sentence';
import type { Report, ReportSource } from '../model/report-model';
import { confidentialWords, fileWords, sourceSentence, standingSentence } from '../wording/describe-source';
import { sourceHeading } from './claims';
import { emphasised, escapeMarkdown, markdownLines, markdownLink, markdownText } from './escape';

type ShownSource = Extract<ReportSource, { confidential: false }>;

function citationMarkdown({ citation, url }: ShownSource): string {
  const runs = citation.runs.map(({ text, italic, link }) => {
    if (link) return markdownLink(url, escapeMarkdown(text));
    return italic ? emphasised(text, '*') : escapeMarkdown(text);
  });
  return markdownLines(runs.join('').replace(/!(?=\[)/g, '\\!'), ' ');
}

function describedMarkdown(source: ReportSource, timeZone: string): string {
  if (source.confidential) return confidentialWords;
  const { archiveUrl, attachments } = source;
  const standing = standingSentence(source, timeZone);
  const words = [
    citationMarkdown(source),
    markdownText(sourceSentence(source)),
    standing && `**${standing}**`,
    source.standingReason && markdownText(sentence(source.standingReason)),
  ];
  const kept = [
    archiveUrl && `- Archived at ${markdownLink(archiveUrl, escapeMarkdown(archiveUrl))}`,
    ...attachments.map((file) => `- File ${escapeMarkdown(fileWords(file))}, SHA-256 \`${file.sha256}\``),
  ].filter((line) => line !== null);
  const lines = words.filter((part) => part !== null).join('\n');
  return kept.length === 0 ? lines : `${lines}\n\n${kept.join('\n')}`;
}

/** The numbered sources, each under a heading that links can lead to. */
export function sourcesMarkdown({ sources, timeZone }: Pick<Report, 'sources' | 'timeZone'>): string {
  return sources
    .map((source) => `### ${sourceHeading(source.number).words}\n\n${describedMarkdown(source, timeZone)}`)
    .join('\n\n');
}
