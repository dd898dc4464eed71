import { noteName, runsOf } from '../lines/runs';
import type { PdfBlock } from './blocks';
import { startsRaised } from './groups';
import type { Measures } from './measures';

/** Letters of notes are at most as large, in sizes of the text. */
const small = 0.94;
const sign = /^(\d{1,3}|[*†‡§¶‖]{1,3})/u;

/**
 * Finds the notes: the last blocks of a column, in small print, from the first that begins with a sign by
 * which the page calls it. What follows in small print goes on with the note before.
 */
export function findNotes(blocks: readonly PdfBlock[], measures: Measures): void {
  const called = callsIn(blocks);
  for (const column of columnsOf(blocks)) {
    const from = column.findLastIndex(({ size }) => size > small * measures.size) + 1;
    const print = column.slice(from).filter(({ kind }) => kind !== 'caption' && kind !== 'tableRow');
    const start = print.findIndex((block) => noteOf(block, called) !== null);
    for (const block of start === -1 ? [] : print.slice(start)) {
      block.kind = 'note';
      block.level = null;
      block.note = noteOf(block, called);
    }
  }
}

function noteOf({ text, lines }: PdfBlock, called: ReadonlySet<string>): PdfBlock['note'] {
  const found = sign.exec(text)?.[1];
  const [line] = lines;
  if (found === undefined || !line || text.length <= found.length + 1) return null;
  const name = noteName(line, found);
  return called.has(name) ? { sign: found, name } : null;
}

function columnsOf(blocks: readonly PdfBlock[]): PdfBlock[][] {
  const columns: PdfBlock[][] = [];
  for (const block of blocks) {
    const open = columns.at(-1);
    if (open?.[0]?.lines[0]?.column === block.lines[0]?.column) open?.push(block);
    else columns.push([block]);
  }
  return columns;
}

/** The raised signs of each page, but for those with which a line begins. */
function callsIn(blocks: readonly PdfBlock[]): Set<string> {
  const calls = new Set<string>();
  for (const { lines } of blocks)
    for (const line of lines)
      for (const { ref } of runsOf(line, false).slice(startsRaised(line) ? 1 : 0))
        if (ref !== null) calls.add(ref);
  return calls;
}
