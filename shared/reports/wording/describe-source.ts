import { primacyWords, sourceKindLabels } from '../../domain/source';
import { fellWhenWords } from '../../domain/sources/withdrawn-source';
import { browserUrl } from '../../domain/url';
import { shownDate } from '../../text/format/dates';
import { capitalized } from '../../text/format/end-sentence';
import { fileSize } from '../../text/format/file-size';
import { asWritten, type Telling } from '../../text/format/isolate';
import { namesOf } from '../citations/csl-item';
import type { ReportSource } from '../model/report-model';
import { quoted } from './wording';

type ShownSource = Extract<ReportSource, { confidential: false }>;

/** What stands instead of everything that could be said of a confidential source. */
export const confidentialWords = 'Confidential source.';

/** That the source no longer stands, and since when; null when it does. */
export function standingSentence(source: ShownSource, timeZone: string): string | null {
  const words = fellWhenWords(source, timeZone);
  return words && `${capitalized(words)}.`;
}

function derivedWords({ derivedFrom }: ShownSource, tell: Telling): string | null {
  if (derivedFrom === null) return null;
  return `repeats ${derivedFrom.number === null ? quoted(tell(derivedFrom.title)) : `source ${derivedFrom.number}`}`;
}

/** What the citation does not say: `Web page, primary, read 20 Nov 2026, repeats source 3.` As plain text. */
export function sourceSentence(source: ShownSource, tell: Telling = asWritten): string {
  const { kind, author, publisher, publishedAt, accessedAt, url, citation } = source;
  const unsaid = new Set(citation.unsaid);
  const parts = [
    sourceKindLabels[kind],
    primacyWords(source),
    unsaid.has('author') && `by ${namesOf(author).map(tell).join('; ')}`,
    unsaid.has('publisher') && publisher && tell(publisher),
    unsaid.has('publishedAt') && publishedAt && `published ${shownDate(publishedAt)}`,
    unsaid.has('accessedAt') &&
      accessedAt &&
      `${kind === 'person' ? 'spoken to' : 'read'} ${shownDate(accessedAt)}`,
    derivedWords(source, tell),
    unsaid.has('url') && url && tell(browserUrl(url)),
  ].filter((part) => typeof part === 'string');
  return `${parts.join(', ')}.`;
}

/** A file of a source: name and size; its SHA-256 follows in the way of each format. */
export function fileWords(
  { name, bytes }: ShownSource['attachments'][number],
  tell: Telling = asWritten,
): string {
  return `${tell(name)}, ${fileSize(bytes)}`;
}
