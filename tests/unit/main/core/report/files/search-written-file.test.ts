import { expect, test } from 'vitest';
import { searchWrittenFile } from '../../../../../../main/core/report/files/search-written-file';
import type { ConfidentialTerm } from '../../../../../../shared/reports/confidential/terms/confidential-term';
import { findLeaksInPackage } from '../../../../../../shared/reports/written/find-leaks-in-package';

const annotation: ConfidentialTerm = {
  ...{ text: 'counted by the harbour office', level: 'certain', isOfAuthor: true },
  description: 'words of an annotation of the author',
};
const source: ConfidentialTerm = {
  ...{ text: 'Wilhelmina Oxbridge', level: 'certain' },
  description: 'the name of a confidential source',
};

const search = (comment: string, base: 'original' | 'clean') =>
  searchWrittenFile(
    new Uint8Array([1]),
    { confidentialTerms: [annotation, source] },
    { base, signal: new AbortController().signal },
    {
      readPackageTexts: async () => ({
        state: 'read',
        places: [{ name: 'a comment of the file', kind: 'hidden', text: comment }],
      }),
      findPackageLeaks: async (places, terms) => findLeaksInPackage(places, terms),
    },
  );

test('the author’s own comment may stay in the author’s file, and in no other', async () => {
  await expect(search('It was counted by the harbour office.', 'original')).resolves.toBeUndefined();
  await expect(search('It was counted by the harbour office.', 'clean')).rejects.toThrow(
    'an annotation of the author',
  );
});

test('a confidential source whom an old comment names stops a report on the author’s file', async () => {
  const refused = search('Ask Wilhelmina Oxbridge.', 'original');
  await expect(refused).rejects.toThrow(
    /the author’s file.*appears in a comment of the file.*clean document/,
  );
  await expect(refused).rejects.not.toThrow('Wilhelmina');
});
