import { sha256Schema } from '../../../../../shared/domain/primitives';
import { countFlippedBits, findFlippedBits, type RecoveryKind } from '../../files/flipped-bits';
import { computeChecksum, formatHead, parseHead } from '../../review/history/history-line';
import { parseWholeLine, type WholeLine } from './find-lines';

/** Shorter changes are searched from their beginning to their end, which takes milliseconds. */
const shortChangeBytes = 1_000;

export interface LinePosition {
  seq: number;
  prev: string;
  /** The checksum that the next line, or the snapshot, has for this one. Null when neither is known. */
  sha256: string | null;
}

export interface RecoveredLine {
  line: WholeLine;
  /** The damaged part: its head, whose content is known from its neighbours, or one bit or byte of its change. */
  kind: 'head' | RecoveryKind;
}

/**
 * Recovers a line whose position in the history is known, when there is exactly one line that fits the checksums. `damaged` are
 * its bytes without the newline. `rankBytes` returns the positions in the change in the order to try them.
 */
export function recoverLine(
  damaged: Buffer,
  { seq, prev, sha256 }: LinePosition,
  rankBytes: (change: Buffer) => readonly (readonly number[])[],
): RecoveredLine | null {
  const headBytes = formatHead(seq, prev, prev).length;
  if (damaged.length < headBytes + 2) return null;
  const change = damaged.subarray(headBytes, -1);
  const stored = readStoredChecksum(damaged, seq, prev);
  const toLine = (recovered: Buffer, kind: RecoveredLine['kind']): RecoveredLine | null => {
    const head = formatHead(seq, prev, computeChecksum(seq, prev, recovered));
    const content = Buffer.concat([Buffer.from(head), recovered, Buffer.from('}')]);
    const line = parseWholeLine(content, { start: 0, end: 0 });
    return line && { line, kind };
  };
  const computed = computeChecksum(seq, prev, change);
  if (computed === sha256 || countFlippedBits(computed, stored) <= 1) return toLine(change, 'head');
  const targets = new Set([sha256, stored].filter((sum) => sha256Schema.safeParse(sum).success));
  const search = {
    ...{ before: `[${seq},"${prev}",`, after: ']', damaged: change },
    targets: new Set([...targets].filter((sum) => sum !== null)),
  };
  // Two zeros are not one accident: the disk lost a whole part.
  if (search.targets.size === 0 || change.indexOf(0) !== change.lastIndexOf(0)) return null;
  const ranks = change.length < shortChangeBytes ? [Array.from(change.keys())] : rankBytes(change);
  const found = findFlippedBits(search, ranks, ['bit', 'byte']);
  return found && toLine(found.bytes, found.kind);
}

/** The 64 characters that stand where the line's own checksum does; they may be damaged. */
function readStoredChecksum(damaged: Buffer, seq: number, prev: string): string {
  const start = formatHead(seq, prev, '').length - '","change":'.length;
  return parseHead(damaged)?.sha256 ?? damaged.toString('latin1', start, start + prev.length);
}
