import type { DraftText } from '../../../../shared/text/draft-text';
import type { Span } from '../../../../shared/text/span';
import type { Random } from '../../support/random';
import { createDraftText } from '../draft-text';

interface Word {
  text: string;
  /** The index of the word in the draft before; -1 for a new word. */
  origin: number;
}

type Sentence = Word[];
type Paragraph = Sentence[];

export interface GeneratedDraft {
  draft: DraftText;
  /** The spans of the words, without the full stop at the end of a sentence. */
  words: (Span & { origin: number })[];
}

/** Two drafts, for which it is known which word became which. */
export interface GeneratedRevision {
  before: GeneratedDraft;
  after: GeneratedDraft;
}

/** The size of the draft before, and the rates of edits, 0 to 1. */
export interface RevisionRates {
  words: number;
  /** Words that are replaced. */
  replaced: number;
  /** Paragraphs that are moved. */
  moved: number;
  /** Sentences that are deleted, inserted after another one, or repetitions of an earlier one. */
  deleted: number;
  inserted: number;
  repeated: number;
}

/** The indexes of the first word of a claim and of the word behind its last one. */
export interface WordRange {
  start: number;
  end: number;
}

const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo qua stre plin dorf kel mar nor tis'.split(' ');
const vocabularySize = 6_000;

/** Creates a function that draws words as natural texts use them: a few words are frequent, and most are rare. */
function createVocabulary(random: Random): () => string {
  const words = Array.from({ length: vocabularySize }, () =>
    Array.from({ length: 1 + random.below(4) }, () => syllables[random.below(syllables.length)]).join(''),
  );
  return () => words[Math.floor(vocabularySize ** random.next()) - 1] ?? 'ba';
}

function generateSentence(drawWord: () => string, random: Random): Sentence {
  return Array.from({ length: 5 + random.below(20) }, () => ({
    text: random.next() < 0.05 ? String(1 + random.below(3_000)) : drawWord(),
    origin: -1,
  }));
}

function copySentence(sentence: Sentence): Sentence {
  return sentence.map((word) => ({ ...word }));
}

/** Generates a draft and its revision. */
export function generateRevision(random: Random, rates: RevisionRates): GeneratedRevision {
  const drawWord = createVocabulary(random);
  const paragraphs: Paragraph[] = [];
  const used: Sentence[] = [];
  let wordCount = 0;
  while (wordCount < rates.words) {
    const paragraph = Array.from({ length: 1 + random.below(6) }, () => {
      const isRepeated = used.length > 0 && random.next() < rates.repeated;
      const sentence = isRepeated
        ? copySentence(used[random.below(used.length)] ?? [])
        : generateSentence(drawWord, random);
      used.push(sentence);
      for (const word of sentence) {
        word.origin = wordCount;
        wordCount += 1;
      }
      return sentence;
    });
    paragraphs.push(paragraph);
  }
  return { before: layOut(paragraphs), after: layOut(revise(paragraphs, drawWord, random, rates)) };
}

function revise(
  paragraphs: Paragraph[],
  drawWord: () => string,
  random: Random,
  rates: RevisionRates,
): Paragraph[] {
  const insertSentence = () => (random.next() < rates.inserted ? [generateSentence(drawWord, random)] : []);
  const replaceWord = ({ text, origin }: Word): Word => {
    if (random.next() >= rates.replaced) return { text, origin };
    const other = drawWord();
    return other === text ? { text, origin } : { text: other, origin: -1 };
  };
  const revised = paragraphs
    .map((paragraph) =>
      paragraph.flatMap((sentence) => [
        ...(random.next() < rates.deleted ? [] : [sentence.map(replaceWord)]),
        ...insertSentence(),
      ]),
    )
    .filter((paragraph) => paragraph.length > 0);
  for (let index = 0; index < revised.length; index += 1) {
    if (random.next() >= rates.moved) continue;
    const [paragraph] = revised.splice(index, 1);
    if (paragraph) revised.splice(random.below(revised.length + 1), 0, paragraph);
  }
  return revised;
}

function layOut(paragraphs: Paragraph[]): GeneratedDraft {
  const words: GeneratedDraft['words'] = [];
  let length = 0;
  const texts = paragraphs.map((paragraph) => {
    const text = paragraph
      .map((sentence) => {
        const parts = sentence.map(({ text, origin }, index) => {
          const word = index === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
          words.push({ start: length, end: length + word.length, origin });
          length += word.length + 1;
          return word;
        });
        length += 1;
        return `${parts.join(' ')}.`;
      })
      .join(' ');
    length += 1;
    return text;
  });
  return { draft: createDraftText(texts.join('\n\n')), words };
}

/** Generates claims on the words of one or two sentences. */
export function generateClaims(random: Random, { words }: GeneratedDraft, count: number): WordRange[] {
  return Array.from({ length: count }, () => {
    const length = 2 + random.below(18);
    const start = random.below(Math.max(1, words.length - length));
    return { start, end: Math.min(words.length, start + length) };
  });
}

export function getWordSpan({ words }: GeneratedDraft, { start, end }: WordRange): Span {
  return { start: words[start]?.start ?? 0, end: words[end - 1]?.end ?? 1 };
}
