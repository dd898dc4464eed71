import { sentence } from '../text/sentence';
import { escapeHtml } from './html-escape';
import { linked, shownUrl } from './html-link';
import type { Report, ReportSource } from './report-model';
import { confidentialWords, fileWords, sourceSentence, standingSentence } from './source-words';

type ShownSource = Extract<ReportSource, { confidential: false }>;

function citationHtml({ citation, url }: ShownSource): string {
  return citation.runs
    .map(({ text, italic, link }) => {
      const words = link ? linked(url, escapeHtml(text)) : escapeHtml(text);
      return italic ? `<cite>${words}</cite>` : words;
    })
    .join('');
}

function describedHtml(source: ReportSource, timeZone: string): string {
  if (source.confidential) return confidentialWords;
  const standing = standingSentence(source, timeZone);
  const lines = [
    [
      citationHtml(source),
      `<span class="quiet">${escapeHtml(sourceSentence(source))}</span>`,
      standing && `<b class="recheck">${standing}</b>`,
      source.standingReason && `<span class="reason">${escapeHtml(sentence(source.standingReason))}</span>`,
    ]
      .filter((part) => part !== null)
      .join(' '),
    source.archiveUrl && `Archived at ${shownUrl(source.archiveUrl)}`,
    ...source.attachments.map(
      (file) => `File ${escapeHtml(fileWords(file))}, SHA-256 <span class="sum">${file.sha256}</span>`,
    ),
  ].filter((line) => line !== null);
  return lines.join('<br>');
}

/** The numbered sources. Of a confidential one nothing but that it is there. */
export function sourcesHtml({ sources, timeZone }: Pick<Report, 'sources' | 'timeZone'>): string {
  const entries = sources.map(
    (source) =>
      `<li id="s${source.number}"><b class="number">${source.number}</b><div>${describedHtml(source, timeZone)}</div></li>`,
  );
  return `<ol class="entries">${entries.join('\n')}</ol>`;
}
