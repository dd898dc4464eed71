import type { Block } from '../../../shared/domain/draft/draft';
import type { LeftOutBlock } from '../../../shared/import/left-out/left-out-blocks';
import type { ImportNotice } from '../../../shared/import/notices';
import { shorten } from '../../../shared/text/format/shorten';
import type { RunningLine } from './lines/running-lines';

/** At most this many lines are quoted in the notice, each shortened to this length in UTF-16 code units. */
const maxQuotes = 10;
const maxQuoteLength = 60;

/**
 * Lists the running lines that were left out, which the reviewer can include again: the same line of several pages once, whatever
 * its page number, before or after the text of the first page that has it. `blocks` are those of the draft.
 */
export function listLeftOutLines(
  lines: readonly RunningLine[],
  blocks: readonly Pick<Block, 'page'>[],
): LeftOutBlock[] {
  const distinct = new Map<string, RunningLine>();
  for (const line of lines) {
    const key = line.text.toLowerCase().replace(/\d+/g, '#');
    if (line.text !== '' && !distinct.has(key)) distinct.set(key, line);
  }
  return [...distinct.values()]
    .map(({ text, pageNumber, isTop }): LeftOutBlock => {
      const lastPageBefore = isTop ? pageNumber - 1 : pageNumber;
      const before = blocks.findIndex(({ page }) => (page ?? 0) > lastPageBefore);
      return {
        ...{ kind: 'paragraph', level: null, text, marks: [] },
        before: before === -1 ? blocks.length : before,
      };
    })
    .toSorted((a, b) => a.before - b.before);
}

/** Says how many running lines were left out and quotes them, each different one once. */
export function describeLeftOutLines(lineCount: number, leftOut: readonly LeftOutBlock[]): ImportNotice[] {
  const quotes = leftOut.slice(0, maxQuotes).map(({ text }) => `“${shorten(text, maxQuoteLength)}”`);
  const name = [...quotes, ...(leftOut.length > maxQuotes ? ['…'] : [])].join(', ');
  return lineCount > 0 ? [{ kind: 'pageLinesLeftOut', count: lineCount, name }] : [];
}
