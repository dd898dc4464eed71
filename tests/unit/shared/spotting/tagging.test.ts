import { expect, test } from 'vitest';
import { readText } from '#shared/reading/read-text.ts';
import { spotSpans } from '#shared/spotting/spot-spans.ts';
import { loadTagger, type Tagger } from '#shared/spotting/tagging/load-tagger.ts';
import { findAllSentences, makeDraft } from './spot-text.ts';

function listTagged(text: string, tagger: Tagger | null): string[] {
  const draft = makeDraft(text, 'en');
  return spotSpans(readText(draft, findAllSentences(draft)), tagger).map(({ span }) =>
    text.slice(span.start, span.end),
  );
}

const phrases: [text: string, alone: string, tagged: string][] = [
  ['The first sprint brought a quick win.', 'The first sprint brought', 'The first sprint'],
  ['It is the most expensive lesson of all.', 'the most expensive lesson', 'the most expensive lesson'],
];

test.each(phrases)(
  'In “%s”, rules alone find “%s”, and with the tagger “%s”.',
  async (text, alone, tagged) => {
    expect(listTagged(text, null)).toContain(alone);
    expect(listTagged(text, await loadTagger('en-US'))).toContain(tagged);
  },
);

test('Sentences without a phrase that may end elsewhere are not tagged.', () => {
  const tagger: Tagger = {
    tag() {
      throw new Error('tagged');
    },
  };
  expect(listTagged('It covers 65 percent. The bridge cost $12. We met on 5 May.', tagger)).toEqual([
    '65 percent',
    '$12',
    '5 May',
  ]);
  expect(() => listTagged('It is the longest bridge.', tagger)).toThrow('tagged');
});

test('Only English has a tagger.', async () => {
  expect(await loadTagger('de')).toBeNull();
  expect(await loadTagger('fr')).toBeNull();
});
