import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importResultSchema } from '#shared/import/base/proposal.ts';
import docFile from '../../../../../fixtures/formats/ferry.doc?url';
import { damagedCopies } from '../damaged-copies.ts';
import { formatOf, inputFile, loadFile, readProblemOf } from '../reading.ts';
import { strictReporter } from '../reporter.ts';

/** The file with a 16-bit number of the header of its document overwritten. */
async function withHeaderField(offset: number, change: (value: number) => number): Promise<Uint8Array> {
  const bytes = await loadFile(docFile);
  const view = new DataView(bytes.buffer);
  const header = Array.from({ length: bytes.length / 512 }, (_, sector) => sector * 512).find(
    (start) => view.getUint16(start, true) === 0xa5ec,
  );
  if (header === undefined) throw new Error('the file has no header');
  view.setUint16(header + offset, change(view.getUint16(header + offset, true)), true);
  return bytes;
}

describe('a document that is refused', () => {
  test('it has a password', async () => {
    const bytes = await withHeaderField(10, (flags) => flags | 0x100);
    expect(await readProblemOf(bytes, 'article.doc')).toMatchObject({ code: 'protected' });
  });

  test('it was written by an old version, which is named with what to do', async () => {
    const bytes = await withHeaderField(2, () => 101);
    expect(await readProblemOf(bytes, 'article.doc')).toEqual({
      code: 'unsupported',
      message: expect.stringMatching(/Word 95 or an earlier version.* save it as \.docx/),
    });
  });

  test('it is cut off', async () => {
    const bytes = (await loadFile(docFile)).slice(0, 6_000);
    expect(await readProblemOf(bytes, 'article.doc')).not.toBeNull();
  });
});

test('any damage to a file ends in a draft or a refusal, without an error', async () => {
  const file = await loadFile(docFile);
  await fc.assert(
    fc.asyncProperty(damagedCopies(file), async (bytes) => {
      const input = inputFile(bytes, 'article.doc');
      importResultSchema.parse(await formatOf(input).readDraft(input, strictReporter));
    }),
    { numRuns: 150 },
  );
});
