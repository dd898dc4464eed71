import { escapeHtml } from './html-escape';
import { linked, shownUrl } from './html-link';
import type { ReportSource } from './report-model';
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

function describedHtml(source: ReportSource): string {
  if (source.confidential) return confidentialWords;
  const standing = standingSentence(source);
  const lines = [
    [
      citationHtml(source),
      `<span class="quiet">${escapeHtml(sourceSentence(source))}</span>`,
      standing && `<b class="recheck">${standing}</b>`,
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
export function sourcesHtml(sources: readonly ReportSource[]): string {
  const entries = sources.map(
    (source) =>
      `<li id="s${source.number}"><b class="number">${source.number}</b><div>${describedHtml(source)}</div></li>`,
  );
  return `<ol class="entries">${entries.join('\n')}</ol>`;
}
