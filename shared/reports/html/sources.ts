import { hasRightToLeft } from '../../text/characters/direction';
import { sentence } from '../../text/format/end-sentence';
import { isolate } from '../../text/format/isolate';
import { namesOf } from '../citations/csl-item';
import type { Report, ReportSource } from '../model/report-model';
import { printable } from '../printable';
import { confidentialWords, fileWords, sourceSentence, standingSentence } from '../wording/describe-source';
import { escapeHtml } from './escape';
import { linked, shownUrl } from './link';

type ShownSource = Extract<ReportSource, { confidential: false }>;

/** Some words of a citation with the names and titles in them isolated. */
function citedWords(text: string, { title, author, publisher }: ShownSource): string {
  const told = [title, ...namesOf(author), publisher ?? ''].map(printable).filter(hasRightToLeft);
  return told.reduce((words, name) => words.replaceAll(name, isolate), text);
}

function citationHtml(source: ShownSource): string {
  const { citation, url } = source;
  return citation.runs
    .map(({ text, italic, link }) => {
      const told = escapeHtml(citedWords(text, source));
      const words = link ? linked(url, told) : told;
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
      `<span class="quiet">${escapeHtml(sourceSentence(source, isolate))}</span>`,
      standing && `<b class="recheck">${standing}</b>`,
      source.standingReason &&
        `<span class="reason">${escapeHtml(isolate(sentence(source.standingReason)))}</span>`,
    ]
      .filter((part) => part !== null)
      .join(' '),
    source.archiveUrl && `Archived at ${shownUrl(source.archiveUrl)}`,
    ...source.attachments.map(
      (file) =>
        `File ${escapeHtml(fileWords(file, isolate))}, SHA-256 <span class="sum">${file.sha256}</span>`,
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
