import { refuseDamaged } from '../../shared/import/problems';
import type { DraftReading } from '../../shared/import/proposal';
import type { DocumentText } from '../../shared/quotes/document-text';
import { countWords } from '../../shared/text/segmenter/words';
import type { File, Format, Told } from './format';
import { formats } from './formats';
import { plain } from './plain';

/** UTF-16 units; longer text than this is none that a quote is looked for in. */
const longest = 20_000_000;

function formatOf(file: File): Format {
  // Pasted words are no file, whatever they begin with.
  if (file.origin.kind === 'paste' && file.type === 'text/plain') return plain;
  const format = formats.find(({ fits }) => fits(file));
  if (!format) throw new Error('no format takes the rest');
  return format;
}

/** The draft of an article that a file holds, or why there is none. */
export async function readDraft(file: File, told: Told): Promise<DraftReading> {
  try {
    const imported = await formatOf(file).draft(file, told);
    return imported.ok ? { ...imported, words: countWords(imported.proposal.text) } : imported;
  } catch {
    return refuseDamaged(file.origin.name);
  }
}

/** What a file says. */
export async function readText(file: File): Promise<DocumentText> {
  const text = await formatOf(file).text(file);
  if (text.state !== 'read') return text;
  const length = [...text.pages, ...text.beside].reduce((sum, { length }) => sum + length, 0);
  const hasWords = text.pages.some((page) => page.trim() !== '');
  return hasWords && length <= longest ? text : { state: 'noText' };
}
