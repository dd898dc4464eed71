import { sourceKindLabels } from '../domain/source';
import { shownDate } from '../text/dates';
import { escapeHtml } from './html-escape';
import { shownUrl } from './html-link';
import type { ReportSource } from './report-model';

const standingWords = {
  good: '',
  withdrawn: ' <b class="recheck">Withdrawn.</b>',
  wrong: ' <b class="recheck">Found wrong.</b>',
};

function fileHtml({ name, sha256 }: { name: string; sha256: string }): string {
  return `${escapeHtml(name)}, SHA-256 <span title="${sha256}">${sha256.slice(0, 4)}…${sha256.slice(-4)}</span>`;
}

function describedHtml(source: ReportSource): string {
  if (source.confidential) return 'Confidential source.';
  const { author, publisher, title, kind, primary, publishedAt, accessedAt, url, archiveUrl } = source;
  const words = [
    author && escapeHtml(author),
    publisher && escapeHtml(publisher),
    `<cite>${escapeHtml(title)}</cite>`,
    sourceKindLabels[kind].toLowerCase(),
    primary ? 'primary' : 'secondary',
    publishedAt && shownDate(publishedAt),
    accessedAt && `${kind === 'person' ? 'spoken to' : 'read'} ${shownDate(accessedAt)}`,
  ].filter((part) => part !== null);
  const where = [
    url && shownUrl(url),
    archiveUrl && `archived at ${shownUrl(archiveUrl)}`,
    ...source.attachments.map(fileHtml),
  ].filter((part) => part !== null);
  const ends = where.map((part) => `<br>${part}`).join('');
  return `${words.join(', ')}.${standingWords[source.standing]}${ends}`;
}

/** The numbered sources. Of a confidential one nothing but that it is there. */
export function sourcesHtml(sources: readonly ReportSource[]): string {
  const entries = sources.map(
    (source) =>
      `<li id="s${source.number}"><b class="number">${source.number}</b><div>${describedHtml(source)}</div></li>`,
  );
  return `<ol class="entries">${entries.join('\n')}</ol>`;
}
