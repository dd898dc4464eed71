import type { DraftText } from '../../../shared/text/draft-text';
import type { Span } from '../../../shared/text/span';
import { generateSentence, type WritingSystem, writingSystems } from './writing-systems';
import type { Random } from './draft-text';

/** A sentence of a made-up brief, and which one of the draft before it was. */
interface Sentence {
  readonly words: readonly string[];
  readonly end: string;
  /** Index in the draft before; -1 of one that is new, or a copy. */
  readonly origin: number;
}

export const sentenceEditKinds = ['swap', 'move', 'double', 'delete', 'replace', 'figure'] as const;

/** One edit of a brief. The places are taken modulo what is there. */
export interface SentenceEdit {
  readonly kind: (typeof sentenceEditKinds)[number];
  readonly at: number;
  readonly to: number;
}

/** A sentence as it is laid out. */
export interface LaidOutSentence extends Span {
  readonly text: string;
  readonly origin: number;
}

export interface SentenceDraft {
  readonly draft: DraftText;
  readonly sentences: readonly LaidOutSentence[];
}

/** Two drafts of a short text of which it is known which sentence became which. */
export interface ShortRevision {
  readonly script: WritingSystem;
  readonly before: SentenceDraft;
  readonly after: SentenceDraft;
}

type Paragraph = Sentence[];

export interface RevisionPlan {
  readonly script: WritingSystem;
  /** How many sentences each paragraph has. */
  readonly paragraphs: readonly number[];
  /** Of the sentences, the share that repeats an earlier one. */
  readonly repeated: number;
  readonly edits: readonly SentenceEdit[];
}

/** A plan of one to four paragraphs, and one to six edits. */
export function planShortRevision(random: Random, repeated: number): RevisionPlan {
  const some = <Item>(most: number, item: () => Item) => Array.from({ length: 1 + random.below(most) }, item);
  return {
    script: random.pick(writingSystems),
    paragraphs: some(4, () => 1 + random.below(5)),
    repeated,
    edits: some(6, () => ({
      kind: random.pick(sentenceEditKinds),
      at: random.below(1_000),
      to: random.below(1_000),
    })),
  };
}

/** The brief of a plan. */
export function generateShortRevision(random: Random, { script, paragraphs, repeated, edits }: RevisionPlan): ShortRevision {
  const known = new Set<string>();
  const used: Sentence[] = [];
  const fresh = (origin: number): Sentence => {
    for (;;) {
      const words = generateSentence(random, script);
      const sentence = { words, end: random.pick(toNonEmpty(script.endPunctuation)), origin };
      if (known.has(words.join(' '))) continue;
      known.add(words.join(' '));
      return sentence;
    }
  };
  const text = paragraphs.map((count) =>
    Array.from({ length: count }, () => {
      const again = used[random.below(used.length)];
      const sentence =
        again && random.next() < repeated ? { ...again, origin: used.length } : fresh(used.length);
      used.push(sentence);
      return sentence;
    }),
  );
  const edited = text.map((paragraph) => [...paragraph]);
  for (const edit of edits) applyEdit(edited, edit, () => fresh(-1), random);
  return { script, before: layOutDraft(text, script), after: layOutDraft(edited, script) };
}

function toNonEmpty(list: readonly string[]): readonly [string, ...string[]] {
  const [first = '.', ...others] = list;
  return [first, ...others];
}

/** The paragraph and the index in it of the sentence of a number. */
function findSentence(text: readonly Paragraph[], number: number): [paragraph: Paragraph, index: number] | null {
  const count = text.reduce((sum, { length }) => sum + length, 0);
  let index = count === 0 ? -1 : number % count;
  for (const paragraph of text) {
    if (index >= 0 && index < paragraph.length) return [paragraph, index];
    index -= paragraph.length;
  }
  return null;
}

function applyEdit(text: Paragraph[], { kind, at, to }: SentenceEdit, fresh: () => Sentence, random: Random): void {
  const place = findSentence(text, at);
  const sentence = place?.[0][place[1]];
  if (!place || !sentence) return;
  const [paragraph, index] = place;
  const other = text[to % text.length] ?? paragraph;
  if (kind === 'swap') {
    const [second, other] = findSentence(text, to) ?? place;
    paragraph[index] = second[other] ?? sentence;
    second[other] = sentence;
  } else if (kind === 'move') {
    paragraph.splice(index, 1);
    other.splice(to % (other.length + 1), 0, sentence);
  } else if (kind === 'double') other.splice(to % (other.length + 1), 0, { ...sentence, origin: -1 });
  else if (kind === 'delete') paragraph.splice(index, 1);
  else if (kind === 'replace') paragraph[index] = fresh();
  else paragraph[index] = changeFigure(sentence, random);
}

function changeFigure(sentence: Sentence, random: Random): Sentence {
  const figures = sentence.words.flatMap((word, index) => (/^\d+$/.test(word) ? [index] : []));
  const figure = figures[random.below(figures.length)];
  const other = (word: string) => String(Number(word) + 1 + random.below(90));
  return { ...sentence, words: sentence.words.map((word, index) => (index === figure ? other(word) : word)) };
}

/** Paragraphs as blocks that blank lines part. */
function layOutDraft(paragraphs: readonly Paragraph[], { wordSeparator: space, language }: WritingSystem): SentenceDraft {
  let text = '';
  const sentences: LaidOutSentence[] = [];
  const blocks: Span[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.length === 0) continue;
    if (text !== '') text += '\n\n';
    const block = text.length;
    for (const { words, end, origin } of paragraph) {
      if (text.length > block) text += space;
      const written = words.join(space) + end;
      sentences.push({ start: text.length, end: text.length + written.length, text: written, origin });
      text += written;
    }
    blocks.push({ start: block, end: text.length });
  }
  return { draft: { text, blocks, language }, sentences };
}
