import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importResultSchema } from '#shared/import/base/proposal.ts';
import rtfFile from '../../../../../fixtures/formats/ferry.rtf?url';
import { damagedCopies } from '../damaged-copies.ts';
import { formatOf, inputFile, loadFile, readProblemOf, readTextOf } from '../reading.ts';
import { strictReporter } from '../reporter.ts';

describe('a file that is refused', () => {
  test.each([
    ['has no words', '{\\rtf1\\ansi\\par }', 'empty', /article.rtf is empty/],
    ['has pictures only', '{\\rtf1{\\pict 89}}', 'noText', /pictures but no words/],
    ['is cut off', '{\\rtf1 The ferry {\\b was', 'damaged', /damaged or incomplete/],
    ['nests 100,000 deep', `{\\rtf1 ${'{'.repeat(100_000)}x`, 'hostile', /deeper than any article/],
  ])('it %s', async (_, file, code, message) => {
    expect(await readProblemOf(file, 'article.rtf')).toEqual({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('a search of one that nests too deep says that it is unreadable', async () => {
    expect(await readTextOf(`{\\rtf1 ${'{'.repeat(100_000)}`, 'a.rtf')).toMatchObject({
      state: 'unreadable',
    });
  });
});

test('unbalanced groups, huge numbers and endless names are read', async () => {
  const odd = `{\\rtf1 a}}}\\u99999999999 ?\\${'x'.repeat(5_000)}\\bin999999999 `;
  expect(await readProblemOf(odd, 'article.rtf')).toBeNull();
});

test('any damage to a file ends in a draft or a refusal, without an error', async () => {
  const file = await loadFile(rtfFile);
  await fc.assert(
    fc.asyncProperty(damagedCopies(file), async (bytes) => {
      const input = inputFile(bytes, 'article.rtf');
      importResultSchema.parse(await formatOf(input).readDraft(input, strictReporter));
    }),
    { numRuns: 60 },
  );
});
