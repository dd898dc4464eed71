import type { Random } from './draft-text';

/** Words of one script, from which short sentences are made. The lists are short, so that sentences share words. */
export interface Script {
  readonly name: string;
  readonly language: string;
  /** Who or what a sentence is about. */
  readonly subjects: readonly string[][];
  readonly verbs: readonly string[];
  readonly things: readonly string[];
  readonly tails: readonly string[][];
  readonly space: string;
  readonly ends: readonly string[];
}

/** Phrases are parted by commas, their words by spaces. */
function phrases(list: string): string[][] {
  return list.split(', ').map((phrase) => phrase.split(' '));
}

export const scripts: readonly [Script, ...Script[]] = [
  {
    name: 'Latin',
    language: 'en',
    subjects: phrases('The port, The mayor, The council, The ferry, Costs, Exports, A bank, The new quay'),
    verbs: 'employs met carried lost cost closed counted sold'.split(' '),
    things: 'people ships percent euros houses jobs cars'.split(' '),
    tails: phrases('last year, on Monday, in May, in 2019, in the north of the city, again, a day'),
    space: ' ',
    ends: ['.', '.', '.', '!', '?'],
  },
  {
    name: 'Cyrillic',
    language: 'ru',
    subjects: phrases('Порт, Мэр, Городской совет, Паром, Расходы, Новый банк, Этот завод, Экспорт'),
    verbs: 'нанял встретил перевёз потерял закрыл продал насчитал вернул'.split(' '),
    things: 'человек судов процентов рублей домов машин мест'.split(' '),
    tails: phrases('в мае, в понедельник, за год, на севере города, опять, в 2019 году, за один день'),
    space: ' ',
    ends: ['.', '.', '.', '!', '?'],
  },
  {
    name: 'Arabic',
    language: 'ar',
    subjects: phrases('الميناء, العمدة, مجلس المدينة, العبارة, التكاليف, البنك الجديد, هذا المصنع'),
    verbs: 'وظف قابل نقل خسر أغلق باع أحصى أعاد'.split(' '),
    things: 'شخصا سفينة منزلا سيارة وظيفة دولارا'.split(' '),
    tails: phrases('في مايو, يوم الاثنين, في العام الماضي, في شمال المدينة, مرة أخرى, في 2019'),
    space: ' ',
    ends: ['.', '.', '.', '!', '؟'],
  },
  {
    name: 'Devanagari',
    language: 'hi',
    subjects: phrases('बंदरगाह ने, महापौर ने, नगर परिषद ने, नाव ने, बैंक ने, नए कारखाने ने, इस कंपनी ने'),
    verbs: 'रखे गिने बेचे खोए बुलाए लौटाए पहुँचाए'.split(' '),
    things: 'लोग जहाज घर रुपये पद गाड़ियाँ'.split(' '),
    tails: phrases('मई में, सोमवार को, पिछले साल, शहर के उत्तर में, फिर से, 2019 में'),
    space: ' ',
    ends: ['।', '।', '।', '!', '?'],
  },
  {
    name: 'Chinese',
    language: 'zh',
    subjects: phrases('港口, 市长, 市 议会, 渡轮, 银行, 新 工厂, 这家 公司'),
    verbs: '雇用 会见 运送 失去 关闭 出售 统计'.split(' '),
    things: '人 船只 房屋 汽车 岗位 欧元'.split(' '),
    tails: phrases('去年, 星期一, 五月, 在 城市 北部, 再次, 2019年'),
    space: '',
    ends: ['。', '。', '。', '！', '？'],
  },
];

function one<Item>(random: Random, list: readonly Item[], otherwise: Item): Item {
  return list[random.below(list.length)] ?? otherwise;
}

/** A sentence of three to nine words, without the sign at its end; nine of ten hold a figure. */
export function madeSentence(random: Random, script: Script): string[] {
  const words = [...one(random, script.subjects, []), one(random, script.verbs, '')];
  if (random.next() < 0.9) words.push(String(2 + random.below(98)));
  words.push(one(random, script.things, ''));
  while (words.length < 9 && random.next() < 0.5) {
    const tail = one(random, script.tails, []);
    if (words.length + tail.length > 9) break;
    words.push(...tail);
  }
  return words;
}
