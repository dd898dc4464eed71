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
  return findDistinct(lines)
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

/** The different lines, whatever their numbers: those of columns of line numbers are alike. */
function findDistinct(lines: readonly RunningLine[]): RunningLine[] {
  const distinct = new Map<string, RunningLine>();
  for (const line of lines) {
    const key = line.text.toLowerCase().replace(/\p{Nd}+(?: \p{Nd}+)*/gu, '#');
    if (line.text !== '' && !distinct.has(key)) distinct.set(key, line);
  }
  return [...distinct.values()];
}

/** Says how many running lines and line numbers were left out and quotes them, each different line once. */
export function describeLeftOutLines(
  runningLines: readonly RunningLine[],
  lineNumbers: { lines: readonly RunningLine[]; count: number },
): ImportNotice[] {
  return [
    ...describeLines('pageLinesLeftOut', runningLines.length, findDistinct(runningLines)),
    ...describeLines('lineNumbersLeftOut', lineNumbers.count, findDistinct(lineNumbers.lines)),
  ];
}

function describeLines(
  kind: ImportNotice['kind'],
  count: number,
  lines: readonly RunningLine[],
): ImportNotice[] {
  const quotes = lines.slice(0, maxQuotes).map(({ text }) => `“${shorten(text, maxQuoteLength)}”`);
  const name = [...quotes, ...(lines.length > maxQuotes ? ['…'] : [])].join(', ');
  return count > 0 ? [{ kind, count, name }] : [];
}
