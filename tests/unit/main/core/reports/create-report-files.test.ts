import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { searchOriginal } from '#main/core/reports/create-report-files.ts';
import { readPackageTexts } from '#renderer/documents/read/package/read-package-texts.ts';
import { findLeaksInPackage } from '#shared/reports/confidential/package-texts.ts';
import type { ConfidentialTerm } from '#shared/reports/confidential/search/confidential-term.ts';

const source: ConfidentialTerm = {
  text: 'Wilhelmina Oxbridge',
  level: 'certain',
  description: 'the name of a confidential source',
};

const pack = (comment: string) =>
  zipSync({
    'word/comments.xml': strToU8(`<comments><comment><p><t>${comment}</t></p></comment></comments>`),
  });

/** Searches a file. Returns how often the hidden window unpacked it. */
async function search(bytes: Uint8Array, terms: readonly ConfidentialTerm[] = [source]): Promise<number> {
  let unpacked = 0;
  await searchOriginal(
    bytes,
    terms,
    {
      readPackageTexts: async (copy) => {
        unpacked += 1;
        return readPackageTexts(copy);
      },
      findPackageLeaks: async (places, searched) => findLeaksInPackage(places, searched),
    },
    new AbortController().signal,
  );
  return unpacked;
}

test('a confidential source whom an old comment names stops a report on the author’s file', async () => {
  const refused = search(pack('Ask Wilhelmina Oxbridge.'));
  await expect(refused).rejects.toThrow(/the author’s file.*appears in a comment.*clean document/);
  await expect(refused).rejects.not.toThrow('Wilhelmina');
});

test('a file may have a name as often as the article has it', async () => {
  const allowed = { ...source, allowance: { inText: 1, inProperties: false } };
  expect(await search(pack('Wilhelmina Oxbridge said so.'), [allowed])).toBe(1);
  await expect(search(pack('Wilhelmina Oxbridge. Ask Wilhelmina Oxbridge.'), [allowed])).rejects.toThrow();
});

test('a file that can’t be searched is refused', async () => {
  await expect(search(strToU8('no zip'))).rejects.toThrow('because the file is damaged.');
});

test('without anything confidential no window unpacks the file', async () => {
  expect(await search(strToU8('no zip'), [])).toBe(0);
});
