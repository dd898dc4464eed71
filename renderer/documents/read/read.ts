import type { DocumentText } from '../../../shared/import/base/document-text';
import { refuseDamaged } from '../../../shared/import/base/problems';
import type { ReadResult } from '../../../shared/import/base/proposal';
import { countWords } from '../../../shared/text/segmenter/words';
import type { Format, InputFile, Reporter } from './base/format';
import { doc } from './doc/doc';
import { eml } from './mail/eml';
import { msg } from './mail/msg';
import { news } from './news/news';
import { odt } from './odt/odt';
import { pdf } from './pdf/pdf';
import { rtf } from './rtf/rtf';
import { resolveLigatures } from './text/ligatures';
import { plain } from './text/plain';
import { subtitles } from './text/subtitles';
import { googleZip } from './web/google-zip';
import { html } from './web/html';
import { mhtml } from './web/mhtml';
import { word } from './word/word';

/** All formats. The first one that matches reads the file; `plain` matches every file. */
export const formats: readonly Format[] = [
  pdf,
  odt,
  rtf,
  word,
  doc,
  googleZip,
  eml,
  msg,
  subtitles,
  news,
  mhtml,
  html,
  plain,
];

/** Longest text searched for a quote, in UTF-16 code units. */
const maxSearchableLength = 20_000_000;

function findFormat(file: InputFile): Format {
  // Pasted plain text is no file, even when it begins like one.
  if (file.origin.kind === 'paste' && file.type === 'text/plain') return plain;
  const format = formats.find((one) => one.matches(file));
  if (!format) throw new Error('no format matches, not even plain text');
  return format;
}

/** Reads the draft of the article that a file holds, or says why there is none. */
export async function readDraft(file: InputFile, reporter: Reporter): Promise<ReadResult> {
  try {
    const result = await findFormat(file).readDraft(file, reporter);
    if (!result.ok) return result;
    const resolved = resolveLigatures(result);
    return { ...resolved, words: countWords(resolved.proposal.text) };
  } catch (error) {
    reporter.reportError(error);
    return refuseDamaged(file.origin.name);
  }
}

/** Reads all text of a file, for a search in it. */
export async function readText(file: InputFile, reporter: Reporter): Promise<DocumentText> {
  try {
    const text = await findFormat(file).readText(file, reporter);
    if (text.state !== 'read') return text;
    const length = [...text.pages, ...text.beside].reduce((sum, { length }) => sum + length, 0);
    const hasWords = text.pages.some((page) => page.trim() !== '');
    return hasWords && length <= maxSearchableLength ? text : { state: 'noText' };
  } catch (error) {
    reporter.reportError(error);
    return { state: 'unreadable', why: 'The file is damaged.' };
  }
}
