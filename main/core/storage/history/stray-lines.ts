import { type CommonLine, isTornLine, parseHead, parseHistoryLine } from './history-line';
import { parseHistory } from './read-history';

/** Another continuation of a history. */
export interface Continuation {
  /** A whole history: the lines up to `common`, and those that continue it otherwise. */
  history: Buffer;
  common: CommonLine;
}

/** A history, and the continuations that were written behind its end. */
export interface SeparatedHistory {
  /** The lines that continue each other from the first of the file on. */
  own: Buffer;
  others: Continuation[];
}

/** Lines with their newlines, each chained to the one before, and their checksums. */
interface Chain {
  lines: Buffer[];
  sums: string[];
  common: CommonLine;
}

const newline = 0x0a;

/**
 * Separates a history from lines that are intact but continue an earlier line than the last: a process wrote them that had been
 * paused while another one took the library over. They were never acknowledged, because writing ends with a look at
 * the file's size. Lines that are there twice are left out, and a torn last line as well. Null when there is nothing to
 * separate, or when the file has any other damage. Pure.
 */
export function separateStrayLines(bytes: Buffer): SeparatedHistory | null {
  const { sums, end, problem } = parseHistory(bytes);
  if (problem?.kind !== 'damaged') return null;
  const own: Chain = { lines: splitLines(bytes.subarray(0, end.bytes)), sums, common: null };
  const others: Chain[] = [];
  const rest = bytes.subarray(end.bytes);
  for (const line of splitLines(rest)) {
    const added = addLine(line, own, others);
    if (added === 'foreign') return null;
    if (added !== 'known') others.push(added);
  }
  const torn = rest.subarray(rest.lastIndexOf(newline) + 1);
  if (torn.length > 0 && !isTornLine(torn)) return null;
  return {
    own: Buffer.concat(own.lines),
    others: others.map(({ lines, common }) => ({ history: Buffer.concat(lines), common })),
  };
}

/** Adds a line to the chain that it continues. A new chain when there is none yet; `foreign` when it continues no line. */
function addLine(line: Buffer, own: Chain, others: readonly Chain[]): Chain | 'known' | 'foreign' {
  const content = line.subarray(0, -1);
  const head = parseHead(content);
  const parsed = head && parseHistoryLine(content, head.seq, head.prev);
  // The first line is written with its folder, so nothing continues otherwise before it.
  if (!head || head.seq === 1 || parsed?.state !== 'read') return 'foreign';
  const before = head.seq - 1;
  const chains = [own, ...others];
  if (chains.some(({ sums }) => sums[before] === parsed.sha256)) return 'known';
  const continued = chains.find(({ sums }) => sums.length === before && sums.at(-1) === head.prev);
  if (continued) {
    continued.lines.push(line);
    continued.sums.push(parsed.sha256);
    return 'known';
  }
  if (own.sums[before - 1] !== head.prev) return 'foreign';
  return {
    lines: [...own.lines.slice(0, before), line],
    sums: [...own.sums.slice(0, before), parsed.sha256],
    common: { seq: before, sha256: head.prev },
  };
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0, end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    lines.push(bytes.subarray(start, end + 1));
    start = end + 1;
  }
  return lines;
}
