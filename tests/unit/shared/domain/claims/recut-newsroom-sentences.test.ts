import { expect, test } from 'vitest';
import { findChangesSinceJudged } from '#shared/domain/claims/changes-since-judged.ts';
import { recutSentence } from '#shared/domain/review/recut-sentence.ts';
import { cutByPlatform, readFixtureTexts } from '#tests/bench/reading/score-sentences.ts';

const texts = [...readFixtureTexts('written first'), ...readFixtureTexts('held out')];

test.each(texts.map((text) => [text.language, text] as const))(
  'verdicts that were set when the platform alone cut the sentences still count: %s',
  (language, { text, blocks }) => {
    const draft = { text, blocks, language };
    const sentences = blocks.flatMap((block) => cutByPlatform(text, block, language));
    // A claim on the first words of each sentence that the platform finds, and one on all of it.
    const judgements = sentences.flatMap((sentence) => {
      const stored = text.slice(sentence.start, sentence.end);
      const firstWords = stored.split(' ').slice(0, 3).join(' ');
      const part = { start: sentence.start, end: sentence.start + firstWords.length };
      return [part, sentence].map((span) => ({ span, stored }));
    });
    const changed = judgements.filter(({ span, stored }) => {
      const words = text.slice(span.start, span.end);
      const recut = recutSentence(draft, { draftId: 'draft', words, sentence: stored }, span);
      const judged = { words, comparedSentence: recut ?? stored };
      const changes = findChangesSinceJudged(draft, judged, span);
      return changes.words.length > 0 || changes.aroundWords.length > 0;
    });
    expect(changed).toEqual([]);
    expect(judgements.length).toBeGreaterThan(8);
  },
);
