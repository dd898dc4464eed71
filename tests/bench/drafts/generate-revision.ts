import type { DraftText } from '../../../shared/text/draft-text';
import type { Span } from '../../../shared/text/span';
import { createDraftText, type Random } from './draft-text';

/** A word, and which word of the draft before it was; -1 of one that is new. */
interface Word {
  text: string;
  origin: number;
}

type Sentence = Word[];
type Paragraph = Sentence[];

/** A made-up draft. */
export interface GeneratedDraft {
  draft: DraftText;
  /** Where each word stands, without the full stop behind it. */
  words: (Span & { origin: number })[];
}

/** Two drafts of which it is known which word became which. */
export interface GeneratedRevision {
  before: GeneratedDraft;
  after: GeneratedDraft;
}

export interface RevisionRates {
  words: number;
  /** The share of words that are replaced. */
  replaced: number;
  /** The share of paragraphs that move, of sentences that are deleted, that are put in, and that are repetitions. */
  moved: number;
  deleted: number;
  inserted: number;
  repeated: number;
}

const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo qua stre plin dorf kel mar nor tis'.split(' ');
const vocabularySize = 6_000;

/** Words as they are used: few of them often, most of them rarely. */
function createVocabulary(random: Random): () => string {
  const words = Array.from({ length: vocabularySize }, () =>
    Array.from({ length: 1 + random.below(4) }, () => syllables[random.below(syllables.length)]).join(''),
  );
  return () => words[Math.floor(vocabularySize ** random.next()) - 1] ?? 'ba';
}

function generateSentence(word: () => string, random: Random): Sentence {
  return Array.from({ length: 5 + random.below(20) }, () => ({
    text: random.next() < 0.05 ? String(1 + random.below(3_000)) : word(),
    origin: -1,
  }));
}

function copySentence(sentence: Sentence): Sentence {
  return sentence.map((word) => ({ ...word }));
}

/** A made-up draft and its revision. */
export function generateRevision(random: Random, how: RevisionRates): GeneratedRevision {
  const word = createVocabulary(random);
  const paragraphs: Paragraph[] = [];
  const used: Sentence[] = [];
  let count = 0;
  while (count < how.words) {
    const paragraph = Array.from({ length: 1 + random.below(6) }, () => {
      const isRepeated = used.length > 0 && random.next() < how.repeated;
      const sentence = isRepeated ? copySentence(used[random.below(used.length)] ?? []) : generateSentence(word, random);
      used.push(sentence);
      for (const each of sentence) {
        each.origin = count;
        count += 1;
      }
      return sentence;
    });
    paragraphs.push(paragraph);
  }
  return { before: layOut(paragraphs), after: layOut(revise(paragraphs, word, random, how)) };
}

function revise(paragraphs: Paragraph[], word: () => string, random: Random, how: RevisionRates): Paragraph[] {
  const fresh = () => (random.next() < how.inserted ? [generateSentence(word, random)] : []);
  const replace = ({ text, origin }: Word): Word => {
    if (random.next() >= how.replaced) return { text, origin };
    const other = word();
    return other === text ? { text, origin } : { text: other, origin: -1 };
  };
  const kept = paragraphs
    .map((paragraph) =>
      paragraph.flatMap((sentence) => [
        ...(random.next() < how.deleted ? [] : [sentence.map(replace)]),
        ...fresh(),
      ]),
    )
    .filter((paragraph) => paragraph.length > 0);
  for (let index = 0; index < kept.length; index += 1) {
    if (random.next() >= how.moved) continue;
    const [paragraph] = kept.splice(index, 1);
    if (paragraph) kept.splice(random.below(kept.length + 1), 0, paragraph);
  }
  return kept;
}

function layOut(paragraphs: Paragraph[]): GeneratedDraft {
  const words: GeneratedDraft['words'] = [];
  let length = 0;
  const texts = paragraphs.map((paragraph) => {
    const text = paragraph
      .map((sentence) => {
        const parts = sentence.map(({ text, origin }, index) => {
          const written = index === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
          words.push({ start: length, end: length + written.length, origin });
          length += written.length + 1;
          return written;
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

/** So many claims, each on some words of one or two sentences of a made-up draft: by its first word, and the one behind. */
export function generateClaims(random: Random, { words }: GeneratedDraft, count: number): { start: number; end: number }[] {
  return Array.from({ length: count }, () => {
    const length = 2 + random.below(18);
    const start = random.below(Math.max(1, words.length - length));
    return { start, end: Math.min(words.length, start + length) };
  });
}

/** The span of words of a made-up draft. */
export function getWordSpan({ words }: GeneratedDraft, { start, end }: { start: number; end: number }): Span {
  return { start: words[start]?.start ?? 0, end: words[end - 1]?.end ?? 1 };
}
