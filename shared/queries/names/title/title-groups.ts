/** Titles in lower case without accents. Those of one list say the same of a person; two lists of one group exclude each other. */
const groups: readonly (readonly string[])[] = [
  ['mr sir lord herr monsieur herrn', 'mrs ms miss dame lady frau madame mme'],
  [
    'general gen',
    'colonel col oberst',
    'major maj',
    'captain capt hauptmann',
    'lieutenant lt leutnant oberleutnant',
    'sergeant sgt feldwebel',
    'corporal cpl',
    'admiral adm',
    'inspector',
    'superintendent',
    'constable',
    'commander cmdr',
  ],
  ['senator sen senatorin', 'representative rep congressman congresswoman'],
  ['bishop bischof', 'archbishop erzbischof', 'cardinal kardinal', 'pope papst'],
  ['king konig queen konigin', 'prince prinz princess prinzessin'],
  [
    'finanzminister finanzministerin',
    'innenminister innenministerin',
    'aussenminister aussenministerin',
    'justizminister justizministerin',
    'ministerprasident ministerprasidentin',
    'staatssekretar staatssekretarin',
  ],
  ['burgermeister burgermeisterin', 'oberburgermeister oberburgermeisterin', 'landrat landratin'],
];

interface TitleSense {
  group: number;
  list: number;
}

const senses = new Map(
  groups.flatMap((lists, group) =>
    lists.flatMap((words, list) =>
      words.split(' ').map((word): [string, TitleSense] => [word, { group, list }]),
    ),
  ),
);

/** Whether two titles exclude each other: "Mr" and "Mrs", "Sergeant" and "Captain". In lower case without accents. */
export function areOpposed(a: string, b: string): boolean {
  const [one, other] = [senses.get(a), senses.get(b)];
  return one !== undefined && other !== undefined && one.group === other.group && one.list !== other.list;
}

/** Whether a title says of which sex a person is, as those of a couple do. */
export function isSexed(title: string): boolean {
  return senses.get(title)?.group === 0;
}

/** Whether a title excludes others. */
export function isSensed(title: string): boolean {
  return senses.has(title);
}
