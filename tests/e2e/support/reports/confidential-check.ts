import { ferryParagraphs, ferryTitle } from '../articles/ferry-article';
import type { SeededCheck, SeededClaim, SeededSource } from '../articles/seeded-check';

/** The content of the file that is attached to the confidential source. */
export const fileContent = 'The veiled file has this text.';

/**
 * A check with a confidential source. Every field of the source and of its evidence contains the word “veiled” or one of
 * `otherTerms` in `expect-no-leak.ts`.
 */
export const check: SeededCheck = {
  title: ferryTitle,
  paragraphs: ferryParagraphs,
  sources: [
    {
      ...{
        kind: 'person',
        title: 'The veiled title',
        author: 'Veiled Author',
        publisher: 'Veiled Publisher',
      },
      ...{
        publishedAt: '1987-06-05',
        accessedAt: '1988-07-06',
        contact: '+43 555 0199, veiled@contact.example',
      },
      url: 'https://veiled.example/a/veiled-path',
      archiveUrl: 'https://archive.example/veiled/copy',
      primary: true,
      confidential: true,
      alsoHide: 'Veiled Nickname, veiled porter of the 05/06 shift',
      standing: 'withdrawn',
      standingReason: 'Its veiled tables were forged.',
      files: [['veiled-file.txt', fileContent]],
    },
    { title: 'Opening notice', author: 'Bo Keld', derivedFromIndex: 0, primary: true },
  ],
  claims: [
    {
      words: '1.2 million people',
      verdict: 'disputed',
      note: 'The port says 1.1 million.',
      evidence: [
        {
          ...{
            source: 0,
            stance: 'refutes',
            locator: 'veiled minute 12',
            quote: 'It was, veiled, far less.',
          },
          note: 'Said behind a veiled door.',
        },
        { source: 1, locator: 'p. 3', quote: 'more than a million', note: 'Seen at the quay.' },
      ],
    },
  ],
};

/** The check with its first claim only, in which some fields are replaced. */
export const withOneClaim = (fields: Partial<SeededClaim>): SeededCheck => ({
  ...check,
  claims: check.claims.slice(0, 1).map((claim) => ({ ...claim, ...fields })),
});

/** The check with a source whose name is partly a common word. */
export const withBaker = (note: string): SeededCheck => ({
  ...withOneClaim({ note }),
  sources: check.sources?.map((source, index) =>
    index === 0 ? { ...source, title: 'Zanzibar Quillfeather-Baker' } : source,
  ),
});

const secretName = 'Zanzibar Quillfeather';

/** A check whose public source repeats the name of a confidential one where these fields say so. */
export const withPublicFields = ({
  title = ferryTitle,
  source = {},
  evidence = {},
}: {
  title?: string;
  source?: Partial<SeededSource>;
  evidence?: Partial<NonNullable<SeededClaim['evidence']>[number]>;
}): SeededCheck => ({
  title,
  paragraphs: ferryParagraphs,
  sources: [
    {
      kind: 'person',
      title: secretName,
      contact: '020 7946 0958',
      confidential: true,
      alsoHide: 'Quilly, night porter',
    },
    { title: 'Opening notice', author: 'Bo Keld', ...source },
  ],
  claims: [
    {
      words: '1.2 million people',
      verdict: 'disputed',
      // The stances give the sources their numbers.
      evidence: [{ source: 0 }, { source: 1, stance: 'context', locator: 'p. 3', ...evidence }],
    },
  ],
});
