import type { DraftText } from '#shared/text/draft-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { Random } from '#tests/bench/support/random.ts';

/** A vocabulary for short sentences of one writing system. The lists are short, so that sentences share words. */
interface WritingSystem {
  readonly name: string;
  readonly language: string;
  readonly subjects: readonly string[][];
  readonly verbs: readonly string[];
  readonly nouns: readonly string[];
  readonly adverbials: readonly string[][];
  readonly wordSeparator: string;
  readonly endPunctuation: readonly string[];
}

/** Splits a list of phrases, which are separated by commas, and their words, which are separated by spaces. */
function splitPhrases(list: string): string[][] {
  return list.split(', ').map((phrase) => phrase.split(' '));
}

export const writingSystems: readonly [WritingSystem, ...WritingSystem[]] = [
  {
    name: 'Latin',
    language: 'en',
    subjects: splitPhrases(
      'The port, The mayor, The council, The ferry, Costs, Exports, A bank, The new quay',
    ),
    verbs: 'employs met carried lost cost closed counted sold'.split(' '),
    nouns: 'people ships percent euros houses jobs cars'.split(' '),
    adverbials: splitPhrases('last year, on Monday, in May, in 2019, in the north of the city, again, a day'),
    wordSeparator: ' ',
    endPunctuation: ['.', '.', '.', '!', '?'],
  },
  {
    name: 'Cyrillic',
    language: 'ru',
    subjects: splitPhrases('Порт, Мэр, Городской совет, Паром, Расходы, Новый банк, Этот завод, Экспорт'),
    verbs: 'нанял встретил перевёз потерял закрыл продал насчитал вернул'.split(' '),
    nouns: 'человек судов процентов рублей домов машин мест'.split(' '),
    adverbials: splitPhrases(
      'в мае, в понедельник, за год, на севере города, опять, в 2019 году, за один день',
    ),
    wordSeparator: ' ',
    endPunctuation: ['.', '.', '.', '!', '?'],
  },
  {
    name: 'Arabic',
    language: 'ar',
    subjects: splitPhrases('الميناء, العمدة, مجلس المدينة, العبارة, التكاليف, البنك الجديد, هذا المصنع'),
    verbs: 'وظف قابل نقل خسر أغلق باع أحصى أعاد'.split(' '),
    nouns: 'شخصا سفينة منزلا سيارة وظيفة دولارا'.split(' '),
    adverbials: splitPhrases('في مايو, يوم الاثنين, في العام الماضي, في شمال المدينة, مرة أخرى, في 2019'),
    wordSeparator: ' ',
    endPunctuation: ['.', '.', '.', '!', '؟'],
  },
  {
    name: 'Devanagari',
    language: 'hi',
    subjects: splitPhrases('बंदरगाह ने, महापौर ने, नगर परिषद ने, नाव ने, बैंक ने, नए कारखाने ने, इस कंपनी ने'),
    verbs: 'रखे गिने बेचे खोए बुलाए लौटाए पहुँचाए'.split(' '),
    nouns: 'लोग जहाज घर रुपये पद गाड़ियाँ'.split(' '),
    adverbials: splitPhrases('मई में, सोमवार को, पिछले साल, शहर के उत्तर में, फिर से, 2019 में'),
    wordSeparator: ' ',
    endPunctuation: ['।', '।', '।', '!', '?'],
  },
  {
    name: 'Chinese',
    language: 'zh',
    subjects: splitPhrases('港口, 市长, 市 议会, 渡轮, 银行, 新 工厂, 这家 公司'),
    verbs: '雇用 会见 运送 失去 关闭 出售 统计'.split(' '),
    nouns: '人 船只 房屋 汽车 岗位 欧元'.split(' '),
    adverbials: splitPhrases('去年, 星期一, 五月, 在 城市 北部, 再次, 2019年'),
    wordSeparator: '',
    endPunctuation: ['。', '。', '。', '！', '？'],
  },
];

function pickOr<Item>(random: Random, list: readonly Item[], fallback: Item): Item {
  return list[random.below(list.length)] ?? fallback;
}

/** Generates a sentence of three to nine words without punctuation. Nine of ten contain a figure. */
function generateSentence(random: Random, writingSystem: WritingSystem): string[] {
  const words = [...pickOr(random, writingSystem.subjects, []), pickOr(random, writingSystem.verbs, '')];
  if (random.next() < 0.9) words.push(String(2 + random.below(98)));
  words.push(pickOr(random, writingSystem.nouns, ''));
  while (words.length < 9 && random.next() < 0.5) {
    const adverbial = pickOr(random, writingSystem.adverbials, []);
    if (words.length + adverbial.length > 9) break;
    words.push(...adverbial);
  }
  return words;
}

interface Sentence {
  readonly words: readonly string[];
  readonly end: string;
  /** The index of the sentence in the draft before; -1 for a new sentence or a copy. */
  readonly origin: number;
}

export const sentenceEditKinds = ['swap', 'move', 'copy', 'delete', 'replace', 'figure'] as const;

/** One edit of a short text. Both indexes are taken modulo the number of sentences or paragraphs. */
export interface SentenceEdit {
  readonly kind: (typeof sentenceEditKinds)[number];
  readonly at: number;
  readonly to: number;
}

/** A sentence with its span in the draft. */
export interface LaidOutSentence extends Span {
  readonly text: string;
  readonly origin: number;
}

interface SentenceDraft {
  readonly draft: DraftText;
  readonly sentences: readonly LaidOutSentence[];
}

/** Two drafts of a short text, for which it is known which sentence became which. */
export interface ShortRevision {
  readonly writingSystem: WritingSystem;
  readonly before: SentenceDraft;
  readonly after: SentenceDraft;
}

type Paragraph = Sentence[];

interface RevisionPlan {
  readonly writingSystem: WritingSystem;
  /** The number of sentences of each paragraph. */
  readonly paragraphs: readonly number[];
  /** The share of sentences that repeat an earlier one. */
  readonly repeated: number;
  readonly edits: readonly SentenceEdit[];
}

/** Generates the two drafts of a plan. New sentences are all different. */
export function generateShortRevision(
  random: Random,
  { writingSystem, paragraphs, repeated, edits }: RevisionPlan,
): ShortRevision {
  const known = new Set<string>();
  const used: Sentence[] = [];
  const createSentence = (origin: number): Sentence => {
    for (;;) {
      const words = generateSentence(random, writingSystem);
      const sentence = { words, end: random.pick(toNonEmpty(writingSystem.endPunctuation)), origin };
      if (known.has(words.join(' '))) continue;
      known.add(words.join(' '));
      return sentence;
    }
  };
  const before = paragraphs.map((count) =>
    Array.from({ length: count }, () => {
      const earlier = used[random.below(used.length)];
      const isRepeated = earlier && random.next() < repeated;
      const sentence = isRepeated ? { ...earlier, origin: used.length } : createSentence(used.length);
      used.push(sentence);
      return sentence;
    }),
  );
  const after = before.map((paragraph) => [...paragraph]);
  for (const edit of edits) applyEdit(after, edit, () => createSentence(-1), random);
  return {
    writingSystem,
    before: layOutDraft(before, writingSystem),
    after: layOutDraft(after, writingSystem),
  };
}

function toNonEmpty(list: readonly string[]): readonly [string, ...string[]] {
  const [first = '.', ...others] = list;
  return [first, ...others];
}

/** Finds a sentence by its number in the text, modulo the number of sentences. Null when there is none. */
function findSentence(
  text: readonly Paragraph[],
  number: number,
): [paragraph: Paragraph, index: number] | null {
  const count = text.reduce((sum, { length }) => sum + length, 0);
  let index = count === 0 ? -1 : number % count;
  for (const paragraph of text) {
    if (index >= 0 && index < paragraph.length) return [paragraph, index];
    index -= paragraph.length;
  }
  return null;
}

function applyEdit(
  text: Paragraph[],
  { kind, at, to }: SentenceEdit,
  createSentence: () => Sentence,
  random: Random,
): void {
  const position = findSentence(text, at);
  const sentence = position?.[0][position[1]];
  if (!position || !sentence) return;
  const [paragraph, index] = position;
  const target = text[to % text.length] ?? paragraph;
  if (kind === 'swap') {
    const [otherParagraph, otherIndex] = findSentence(text, to) ?? position;
    paragraph[index] = otherParagraph[otherIndex] ?? sentence;
    otherParagraph[otherIndex] = sentence;
  } else if (kind === 'move') {
    paragraph.splice(index, 1);
    target.splice(to % (target.length + 1), 0, sentence);
  } else if (kind === 'copy') target.splice(to % (target.length + 1), 0, { ...sentence, origin: -1 });
  else if (kind === 'delete') paragraph.splice(index, 1);
  else if (kind === 'replace') paragraph[index] = createSentence();
  else paragraph[index] = changeFigure(sentence, random);
}

/** Changes one figure of a sentence, if it has any. */
function changeFigure(sentence: Sentence, random: Random): Sentence {
  const figures = sentence.words.flatMap((word, index) => (/^\d+$/.test(word) ? [index] : []));
  const chosen = figures[random.below(figures.length)];
  const change = (word: string) => String(Number(word) + 1 + random.below(90));
  return {
    ...sentence,
    words: sentence.words.map((word, index) => (index === chosen ? change(word) : word)),
  };
}

/** Joins paragraphs with blank lines. Empty paragraphs are left out. */
function layOutDraft(
  paragraphs: readonly Paragraph[],
  { wordSeparator, language }: WritingSystem,
): SentenceDraft {
  let text = '';
  const sentences: LaidOutSentence[] = [];
  const blocks: Span[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.length === 0) continue;
    if (text !== '') text += '\n\n';
    const blockStart = text.length;
    for (const { words, end, origin } of paragraph) {
      if (text.length > blockStart) text += wordSeparator;
      const sentence = words.join(wordSeparator) + end;
      sentences.push({ start: text.length, end: text.length + sentence.length, text: sentence, origin });
      text += sentence;
    }
    blocks.push({ start: blockStart, end: text.length });
  }
  return { draft: { text, blocks, language }, sentences };
}
