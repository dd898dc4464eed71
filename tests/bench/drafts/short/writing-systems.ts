import type { Random } from '../../support/random';

/** A vocabulary for short sentences of one writing system. The lists are short, so that sentences share words. */
export interface WritingSystem {
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
export function generateSentence(random: Random, writingSystem: WritingSystem): string[] {
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
