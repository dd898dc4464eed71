import type { BlockPart } from '../../../../shared/import/draft-body';
import { type Run, runsOf, textOf } from '../lines/runs';
import type { PdfBlock } from './blocks';
import { jointOf } from './hyphens';
import { marked } from './marked-text';
import { bulletOf, isContentsLine } from './markers';
import { hidesHyphen, type Vocabulary } from './vocabulary';

const plain = { bold: false, italic: false, href: null };
const leader = /\s*(?:[.·]\s?){4,}/gu;

/** The blocks as parts of a draft: lines joined, hyphens at their ends undone, bullets left out. */
export function partsOf(blocks: readonly PdfBlock[], vocabulary: Vocabulary): BlockPart[] {
  const notes = new Set(blocks.flatMap(({ note }) => note?.name ?? []));
  return blocks.map((block): BlockPart => {
    const target = (ref: string) => (block.kind !== 'note' && notes.has(ref) ? ref : null);
    const { text, marks } = marked(runsOfBlock(block, vocabulary), target);
    const start = block.kind === 'listItem' ? bulletOf(text).length : 0;
    return {
      kind: block.kind,
      level: block.level,
      text: text.slice(start),
      marks: marks
        .filter(({ kind, end }) => end > start && !(kind === 'bold' && block.kind === 'heading'))
        .map((mark) => ({ ...mark, start: Math.max(mark.start - start, 0), end: mark.end - start })),
      page: block.lines[0]?.page ?? 1,
      ...(block.note === null ? {} : { name: block.note.name }),
    };
  });
}

function runsOfBlock({ lines, breaks, isRow, note }: PdfBlock, vocabulary: Vocabulary): Run[] {
  const runs: Run[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const more = runsOf(line, isRow);
    const text = textOf(more);
    const last = runs.at(-1);
    if (last) {
      const { drop, between } = jointOf(
        textOf(runs.slice(-4)).trimEnd(),
        text.trimStart(),
        before !== undefined && hidesHyphen(before),
        vocabulary,
      );
      last.text = drop ? last.text.trimEnd().slice(0, -1) : last.text.trimEnd();
      runs.push({ text: breaks.has(line) ? '\n' : between, look: plain, ref: null });
      const [first] = more;
      if (first) first.text = first.text.trimStart();
    }
    runs.push(
      ...(isContentsLine(text)
        ? more.map((run) => ({ ...run, text: run.text.replace(leader, '\t') }))
        : more),
    );
  }
  const [number, ...others] = runs;
  const spaced =
    note && number ? [{ ...number, text: afterNumber(number.text, note.sign) }, ...others] : runs;
  return spaced.map((run) => ({ ...run, text: run.text.replaceAll('\u00ad', '-') }));
}

/** The number of a note stands as references to it do. */
function afterNumber(text: string, number: string): string {
  const start = text.trimStart();
  return start.startsWith(number) ? `[${number}] ${start.slice(number.length)}` : text;
}
