import type { DocumentText } from '#shared/import/base/document-text.ts';
import { refuseDamaged } from '#shared/import/base/problems.ts';
import type { ReadResult } from '#shared/import/base/proposal.ts';
import { countWords } from '#shared/text/segmenter/words.ts';
import type { Format, InputFile, Reporter } from './base/format.ts';
import { doc } from './doc/doc.ts';
import { eml } from './mail/eml.ts';
import { msg } from './mail/msg.ts';
import { news } from './news/news.ts';
import { odt } from './odt/odt.ts';
import { pdf } from './pdf/pdf.ts';
import { rtf } from './rtf/rtf.ts';
import { resolveLigatures } from './text/ligatures.ts';
import { plain } from './text/plain.ts';
import { subtitles } from './text/subtitles.ts';
import { googleZip } from './web/google-zip.ts';
import { html } from './web/html.ts';
import { mhtml } from './web/mhtml.ts';
import { word } from './word/word.ts';

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
