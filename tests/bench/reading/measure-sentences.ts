import { measureInterleaved, type Print, reportAtLeast, reportAtMost } from '../support/report-metrics.ts';
import {
  type CutBlock,
  cutByPlatform,
  cutByStet,
  type FixtureText,
  readFixtureTexts,
  scoreSentences,
} from './score-sentences.ts';

/** The share of sentences that must be found with both ends. */
const minShare = 0.98;
/** How many times as long as the platform’s segmenter alone the cutting may take: 1.5 times what it took with one list of abbreviations. */
const maxSlowdown = 4;
const speedWordCount = 50_000;
const rounds = 21;

function measureShare(texts: readonly FixtureText[], cut: CutBlock): number {
  const scores = texts.map((text) => scoreSentences(text, cut));
  const count = scores.reduce((sum, score) => sum + score.count, 0);
  return scores.reduce((sum, score) => sum + score.foundCount, 0) / count;
}

function reportShares(print: Print, set: 'written first' | 'held out'): void {
  const texts = readFixtureTexts(set);
  const count = texts.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const bare = measureShare(texts, cutByPlatform);
  reportAtLeast(print, {
    what: `share of ${count} sentences, ${set}`,
    value: measureShare(texts, cutByStet),
    bound: minShare,
    digits: 3,
    beside: `the platform alone ${bare.toFixed(3)}`,
  });
  for (const text of texts) {
    const { language, count: own, foundCount, missed } = scoreSentences(text, cutByStet);
    const alone = scoreSentences(text, cutByPlatform).foundCount;
    print(`    ${language}: ${foundCount} of ${own}; the platform alone ${alone}`);
    for (const sentence of missed) print(`      not found: ${sentence}`);
  }
}

/** Repeats the paragraphs of the fixture up to a number of words. */
function createLongText(): FixtureText {
  const paragraphs = readFixtureTexts('written first').flatMap(({ text }) => text.split('\n\n'));
  const long: FixtureText = { language: 'en', text: '', blocks: [], sentences: [] };
  const parts: string[] = [];
  let length = 0;
  for (let index = 0, words = 0; words < speedWordCount; index += 1) {
    const paragraph = `${paragraphs[index % paragraphs.length] ?? ''} Paragraph ${index} ends.`;
    words += paragraph.split(' ').length;
    long.blocks.push({ start: length, end: length + paragraph.length });
    length += paragraph.length + 2;
    parts.push(paragraph);
  }
  return { ...long, text: parts.join('\n\n') };
}

/** Measures the speed on 50,000 words, in the fastest of several rounds, because other work only slows it down. */
async function reportSpeed(print: Print): Promise<void> {
  const { text, blocks } = createLongText();
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const [bare = [], own = []] = await measureInterleaved(rounds, [
    async () => {
      for (const { start, end } of blocks) Array.from(segmenter.segment(text.slice(start, end)));
    },
    async () => {
      for (const block of blocks) cutByStet(text, block, 'en');
    },
  ]);
  const [bareMs, ownMs] = [Math.min(...bare), Math.min(...own)];
  reportAtMost(print, {
    what: `time for ${speedWordCount} words, times the platform's`,
    value: ownMs / bareMs,
    bound: maxSlowdown,
    digits: 2,
    unit: ' x',
    beside: `${ownMs.toFixed(1)} ms; the platform alone ${bareMs.toFixed(1)} ms`,
  });
}

/** Measures how many sentences of newsroom texts are cut right, and how fast. */
export async function measureSentences(print: Print): Promise<void> {
  print('Sentences, found with both ends');
  reportShares(print, 'written first');
  reportShares(print, 'held out');
  await reportSpeed(print);
}
