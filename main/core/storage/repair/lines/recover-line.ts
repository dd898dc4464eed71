import { sha256Schema } from '../../../../../shared/domain/primitives';
import { countFlippedBits } from '../../../flipped-bits/count-flipped-bits';
import type {
  FlippedBitsFound,
  FlippedBitsSearch,
  RecoveryKind,
} from '../../../flipped-bits/find-flipped-bits';
import { computeChecksum, formatHead, parseHead } from '../../review/history/history-line';
import { parseWholeLine, type WholeLine } from './find-lines';

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

/** Finds the damaged bit or byte of a change, as `findFlippedBits` does. */
export type SearchChange = (search: Omit<FlippedBitsSearch, 'known'>) => Promise<FlippedBitsFound | null>;

/**
 * Recovers a line whose position in the history is known, when there is exactly one line that fits the checksums. `damaged` are
 * its bytes without the newline.
 */
export async function recoverLine(
  damaged: Buffer,
  { seq, prev, sha256 }: LinePosition,
  search: SearchChange,
): Promise<RecoveredLine | null> {
  const headBytes = formatHead(seq, prev, prev).length;
  if (damaged.length < headBytes + 2) return null;
  const change = damaged.subarray(headBytes, -1);
  const stored = readStoredChecksum(damaged, seq, prev);
  const toLine = (recovered: Uint8Array, kind: RecoveredLine['kind']): RecoveredLine | null => {
    const head = formatHead(seq, prev, computeChecksum(seq, prev, recovered));
    const content = Buffer.concat([Buffer.from(head), recovered, Buffer.from('}')]);
    const line = parseWholeLine(content, { start: 0, end: 0 });
    return line && { line, kind };
  };
  const computed = computeChecksum(seq, prev, change);
  if (computed === sha256 || countFlippedBits(computed, stored) <= 1) return toLine(change, 'head');
  const targets = [...new Set([sha256, stored])].flatMap((sum) => sha256Schema.safeParse(sum).data ?? []);
  if (targets.length === 0) return null;
  const found = await search({
    ...{ before: `[${seq},"${prev}",`, after: ']', damaged: change },
    ...{ targets, kinds: ['bit', 'byte'] },
  });
  return found && toLine(found.bytes, found.kind);
}

/** The 64 characters that stand where the line's own checksum does; they may be damaged. */
function readStoredChecksum(damaged: Buffer, seq: number, prev: string): string {
  const start = formatHead(seq, prev, '').length - '","change":'.length;
  return parseHead(damaged)?.sha256 ?? damaged.toString('latin1', start, start + prev.length);
}
