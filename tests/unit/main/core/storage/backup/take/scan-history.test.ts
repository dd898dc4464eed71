import { createHash } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieceBytes, scanHistory } from '../../../../../../../main/core/storage/backup/take/scan-history';
import { firstPrev } from '../../../../../../../main/core/storage/review/history/history-line';
import { tempFolder } from '../../../../support/temp-folder';

/** A line of a history whose change has any content, and the checksum that it carries. */
function formatLine(seq: number, prev: string, change: object): { line: string; sha256: string } {
  const json = JSON.stringify(change);
  const sha256 = createHash('sha256').update(`[${seq},"${prev}",${json}]`).digest('hex');
  return { line: `{"seq":${seq},"prev":"${prev}","sha256":"${sha256}","change":${json}}\n`, sha256 };
}

/** A chained history of these changes, and the checksums of its lines. */
function formatHistory(changes: readonly object[]): { text: string; sums: string[] } {
  let text = '';
  const sums: string[] = [];
  for (const [index, change] of changes.entries()) {
    const { line, sha256 } = formatLine(index + 1, sums.at(-1) ?? firstPrev, change);
    text += line;
    sums.push(sha256);
  }
  return { text, sums };
}

async function scan(content: string | Buffer, ends: { lines: number; sha256: string }[] = []) {
  const path = join(await tempFolder(), 'history.jsonl');
  await writeFile(path, content);
  const handle = await open(path);
  const pieces: Buffer[] = [];
  const onPiece = async (piece: Buffer) => void pieces.push(Buffer.from(piece));
  const scanned = await scanHistory(handle, { ends, onPiece, giveWay: async () => undefined });
  await handle.close();
  return { ...scanned, content: Buffer.concat(pieces).toString() };
}

const note = (length: number) => ({ edits: [], note: 'n'.repeat(length) });

test('lines of any length are read and verified, across the borders of pieces', async () => {
  const lengths = fc.array(fc.oneof(fc.nat(200), fc.integer({ min: 1, max: pieceBytes + 10 })), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(lengths, fc.string(), async (noteLengths, torn) => {
      const { text, sums } = formatHistory(noteLengths.map(note));
      const scanned = await scan(text + torn.replaceAll('\n', ''));
      expect(scanned).toMatchObject({ isWhole: true, content: text, bytes: Buffer.byteLength(text) });
      expect(scanned.end).toEqual({ lines: sums.length, sha256: sums.at(-1) });
    }),
    { numRuns: 30 },
  );
});

test('a history without a whole line is not whole, and nothing of it is read', async () => {
  for (const content of ['', '{"seq":1', 'x'.repeat(pieceBytes + 5)])
    expect(await scan(content)).toMatchObject({ isWhole: false, bytes: 0, content: '' });
});

test('every flipped bit makes a history other than whole, or shorter', async () => {
  const { text, sums } = formatHistory([note(3), note(5)]);
  for (let bit = 0; bit < text.length * 8; bit += 7) {
    const bytes = Buffer.from(text);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const { isWhole, end } = await scan(bytes);
    expect(isWhole && end.lines === sums.length).toBe(false);
  }
});

test('it is known which earlier ends a history continues', async () => {
  const { text, sums } = formatHistory([note(1), note(2), note(3)]);
  const ends = [
    { lines: 2, sha256: sums[1] ?? '' },
    { lines: 2, sha256: sums[0] ?? '' },
    { lines: 4, sha256: sums[2] ?? '' },
  ];
  expect((await scan(text, ends)).continued).toEqual([ends[0]]);
});

test('a line that stands for a damaged one hands its checksum on', async () => {
  const lost = 'a'.repeat(64);
  const repaired = formatLine(1, firstPrev, { edits: [], repair: { standsFor: lost } });
  const next = formatLine(2, lost, note(1));
  expect(await scan(repaired.line + next.line)).toMatchObject({ isWhole: true, end: { lines: 2 } });
  const wrong = formatLine(2, repaired.sha256, note(1));
  expect(await scan(repaired.line + wrong.line)).toMatchObject({ isWhole: false, end: { lines: 1 } });
});

test('the files that any change references are found, also those of changes that were undone', async () => {
  const sha = (digit: string) => digit.repeat(64);
  const edits = [
    { table: 'attachments', id: 'a', create: { sha256: sha('1') } },
    { table: 'attachments', id: 'b', delete: { sha256: sha('2') } },
    { table: 'attachments', id: 'c', update: { before: { sha256: sha('3') }, after: { sha256: sha('4') } } },
    { table: 'claims', id: 'd', create: { sha256: sha('5') } },
  ];
  const { text } = formatHistory(edits.map((edit) => ({ edits: [edit] })));
  expect([...(await scan(text)).references]).toEqual(['1', '2', '3', '4'].map(sha));
});
