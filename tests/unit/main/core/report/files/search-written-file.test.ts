import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { searchWrittenFile } from '../../../../../../main/core/report/files/search-written-file';
import type { ConfidentialTerm } from '../../../../../../shared/reports/confidential/terms/confidential-term';
import { findLeaksInPackage } from '../../../../../../shared/reports/written/find-leaks-in-package';
import { readPackageTexts } from '../../../../../../shared/reports/written/read-package-texts';
import { searchPackage } from '../../../../../../shared/reports/written/search-package';

const annotation: ConfidentialTerm = {
  ...{ text: 'counted by the harbour office', level: 'certain', isOfAuthor: true },
  description: 'words of an annotation of the author',
};
const source: ConfidentialTerm = {
  ...{ text: 'Wilhelmina Oxbridge', level: 'certain' },
  description: 'the name of a confidential source',
};

const pack = (comment: string) =>
  zipSync({
    'word/comments.xml': strToU8(`<comments><comment><p><t>${comment}</t></p></comment></comments>`),
  });

/** Searches a file with a comment. Returns how it was unpacked. */
async function search(bytes: Uint8Array, base: 'original' | 'clean'): Promise<string[]> {
  const unpackedBy: string[] = [];
  await searchWrittenFile(
    bytes,
    { confidentialTerms: [annotation, source] },
    { base, signal: new AbortController().signal },
    {
      readPackageTexts: async (copy) => {
        unpackedBy.push('window');
        return readPackageTexts(copy);
      },
      findPackageLeaks: async (places, terms) => findLeaksInPackage(places, terms),
      searchPackage: async (whole, terms) => {
        unpackedBy.push('process');
        return searchPackage(whole, terms);
      },
    },
  );
  return unpackedBy;
}

test('the author’s own comment may stay in the author’s file, and in no other', async () => {
  const bytes = pack('It was counted by the harbour office.');
  await expect(search(bytes, 'original')).resolves.toEqual(['window']);
  await expect(search(bytes, 'clean')).rejects.toThrow('an annotation of the author');
});

test('only a file of which we wrote every byte is unpacked outside of the hidden window', async () => {
  expect(await search(pack('Nothing.'), 'clean')).toEqual(['process']);
  expect(await search(pack('Nothing.'), 'original')).toEqual(['window']);
});

test('a confidential source whom an old comment names stops a report on the author’s file', async () => {
  const refused = search(pack('Ask Wilhelmina Oxbridge.'), 'original');
  await expect(refused).rejects.toThrow(/the author’s file.*appears in a comment.*clean document/);
  await expect(refused).rejects.not.toThrow('Wilhelmina');
});

test('a file that can’t be searched is refused', async () => {
  for (const base of ['original', 'clean'] as const)
    await expect(search(strToU8('no zip'), base)).rejects.toThrow('because the file is damaged.');
});
