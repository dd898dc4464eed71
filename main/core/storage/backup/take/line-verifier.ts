import { z } from 'zod';
import { editSchema } from '../../../../../shared/domain/history/change';
import { sha256Schema } from '../../../../../shared/domain/primitives';
import type { GiveWay } from '../../../tasks/give-way';
import { firstPrev, type IntactLine, verifyHistoryLine } from '../../review/history/history-line';
import { getReferences } from '../../vault/sweep-vault';
import type { BackedUpEnd } from '../store/manifest';

const newline = 0x0a;

/** Only changes with one of these tables reference files of the vault. Main writes no spaces between the parts of a line. */
const referringTables = ['"table":"attachments"', '"table":"drafts"'];

const repairSchema = z.looseObject({ repair: z.looseObject({ standsFor: sha256Schema.nullable() }) });

const changeSchema = z.looseObject({ edits: z.array(editSchema) });

/** Verifies the lines of a history that comes in pieces. */
export class LineVerifier {
  end: BackedUpEnd = { lines: 0, sha256: firstPrev };
  isIntact = true;
  readonly references = new Set<string>();
  readonly continued: BackedUpEnd[] = [];
  #begun: Buffer[] = [];

  constructor(private readonly ends: readonly BackedUpEnd[]) {}

  async add(piece: Buffer, giveWay: GiveWay): Promise<void> {
    let start = 0;
    for (let end = piece.indexOf(newline); end !== -1; end = piece.indexOf(newline, start)) {
      this.#verify(Buffer.concat([...this.#begun, piece.subarray(start, end)]));
      this.#begun = [];
      start = end + 1;
      await giveWay();
    }
    // Copied, because the piece is overwritten.
    if (start < piece.length) this.#begun.push(Buffer.from(piece.subarray(start)));
  }

  #verify(line: Buffer): void {
    if (!this.isIntact) return;
    const { lines, sha256: prev } = this.end;
    const intact = verifyHistoryLine(line, lines + 1, prev);
    if (!intact) {
      this.isIntact = false;
      return;
    }
    this.end = { lines: lines + 1, sha256: findNextPrev(intact) };
    for (const end of this.ends)
      if (end.lines === this.end.lines && end.sha256 === this.end.sha256) this.continued.push(end);
    for (const reference of listReferences(intact.change)) this.references.add(reference);
  }
}

/** The checksum that the next line is chained to: that of a line, or of the damaged one that a repair stands for. */
function findNextPrev({ sha256, change }: IntactLine): string {
  if (!change.includes('"standsFor":')) return sha256;
  const parsed = repairSchema.safeParse(JSON.parse(change.toString('utf8')));
  return (parsed.success ? parsed.data.repair.standsFor : null) ?? sha256;
}

/** The files that a change references; none when this version does not know its shape. */
function listReferences(change: Buffer): string[] {
  if (!referringTables.some((table) => change.includes(table))) return [];
  const parsed = changeSchema.safeParse(JSON.parse(change.toString('utf8')));
  if (!parsed.success) return [];
  return parsed.data.edits.flatMap(getReferences).filter((reference) => typeof reference === 'string');
}
