import { expect, test } from 'vitest';
import { findInText } from '../find-in-text.ts';

test.each([
  [
    'en',
    "The city approved 412 million euros for the tunnel under the harbour. Critics say that the tunnel's €421 million cost is too high.",
  ],
  ['en', 'Tunnel to cost €421 million\nThe harbour tunnel will cost €412 million, the council said.'],
  ['en', 'The mill ground 12,400 tonnes of wheat. The 124,000 tonnes of wheat were sold.'],
  [
    'en',
    'Some letters came: 3,412 letters about the bridge. All 3,421 letters about the bridge were answered.',
  ],
  ['en', 'The park has 364 hectares of forest. A map shows the 346 hectares of forest in green.'],
  ['en', 'The harbour bridge is 1,240 metres long. At 1,420 metres, the harbour bridge is famous.'],
  ['en', 'The fire at the mill left 23 workers dead. All 32 workers killed in the fire are known.'],
  ['en', 'Unemployment stood at 7.4 percent in March. The March unemployment rate of 4.7 percent is high.'],
  ['de', 'Das Werk beschäftigt 9.500 Menschen. Für die 5.900 Beschäftigten des Werks gilt Kurzarbeit.'],
  ['en', 'About 14,500 people live in the valley. Most of the 15,400 residents of the valley farm.'],
  ['en', 'Some 3,200 households lost power. The 2,300 households without power wait.'],
  [
    'en',
    'The coach fell into a ravine, and 14 of them were killed. The 41 people killed in the ravine are known.',
  ],
  ['en', 'The fire claimed the lives of 27 people. A vigil was held for the 72 dead.'],
  ['en', 'The road, at a cost of $3.2 billion, is new. Its cost of $2.3 billion is high.'],
  ['en', 'In 2022 the hospital treated 12,300 patients. With 13,200 patients in 2022, it was full.'],
  ['en', 'Its population has shrunk to 11,400. Few of the town’s 14,100 inhabitants stay.'],
  ['de', 'Im vergangenen Jahr kamen 61.000 Badegäste. Die 16.000 Badegäste des Jahres freuten sich.'],
  ['en', 'The fund holds $3.4 billion for schools. Nobody knows where the $3.4 million for schools went.'],
  [
    'de',
    'Die Stadt bewilligte 412 Millionen Euro für den Tunnel. Kritiker halten die 421 Millionen Euro für den Tunnel für zu hoch.',
  ],
  ['de', 'Der Tunnel kostet 421 Millionen Euro\nDer Tunnel unter dem Hafen kostet 412 Millionen Euro.'],
  ['de', 'Zum Park gehören 364 Hektar Wald. Die Karte zeigt die 346 Hektar Wald.'],
  ['de', '3.412 Briefe über die Brücke kamen an. Alle 3.421 Briefe über die Brücke wurden beantwortet.'],
  [
    'en',
    'The city approved $34.2 million for the new library on Tuesday.\nResidents had many questions about the building.\nOpponents said the $32.4 million library was too expensive.',
  ],
  [
    'en',
    'The plant will create 1,270 jobs, the company said.\nState officials welcomed the plan.\n"We need these 1,720 jobs," the governor said.',
  ],
  [
    'en',
    'The foundation gave $2.5 million to the clinic.\nThe clinic opened in June.\nThe $25 million grant to the clinic will pay for nurses.',
  ],
  [
    'de',
    'Die Stadt gibt 34,2 Millionen Euro für die neue Bibliothek aus.\nViele Bürger hatten Fragen.\nKritiker halten die Bibliothek für 32,4 Millionen Euro für zu teuer.',
  ],
  [
    'de',
    'Das Werk schafft 1.270 Arbeitsplätze.\nDie Landesregierung lobt den Plan.\nWir brauchen diese 1.720 Arbeitsplätze, sagte der Minister.',
  ],
  [
    'en',
    'More than 26,700 homes lost power on Sunday.\nCrews worked overnight.\nBy Monday, all but a few of the 27,600 homes were back online.',
  ],
  ['en', 'Thieves took 4,200 mobile phones from a store.\nThe owner wants the 42,000 handsets back.'],
  ['en', 'A £2.3 million grant pays for the pier. The mayor said the £23 million came in time.'],
  ['de', 'Am Wochenende wurden 91 Keller ausgepumpt. Die Bewohner der 19 Häuser sind versorgt.'],
])('%s: a figure that a text gives twice is queried where it is wrong: %s', (language, text) => {
  const found = findInText('figure', language, text);
  expect(found).toHaveLength(1);
});

test.each([
  ['en', 'The tram carries 38,000 passengers a day. The bus carries 36,000 passengers a day.'],
  [
    'en',
    'The tram carries 38,000 passengers a day. With 36,000 passengers a day, the tram is the busiest line.',
  ],
  ['en', 'A library budget of £4.2 million was approved. The library will cost £4.6 million.'],
  ['en', 'In 2019 the tunnel cost €412 million. In 2020 the tunnel cost €421 million.'],
  ['en', 'The tunnel costs €412 million. The tunnel costs about €400 million.'],
  ['en', 'The tunnel was planned to cost €412 million. The tunnel cost €421 million.'],
  ['en', 'Graz has 38,000 passengers a day. Linz has 36,000 passengers a day.'],
  ['en', 'The tunnel cost €412 million. Another €421 million went to the tunnel of Linz.'],
  ['en', 'The tunnel costs €412 million. The tunnel costs €412 million.'],
  ['en', 'The tunnel cost rose from €412 million to €421 million. The tunnel costs €421 million.'],
  ['en', 'The mill ground 12,400 tonnes of wheat. The 124,000 tonnes of coal were sold.'],
  ['en', 'The mill ground 12,412 tonnes of wheat. The 12,400 tonnes of wheat were sold.'],
  ['en', 'The tram carries 38,000 passengers a day. The tram carries 36,000 passengers an hour.'],
  ['en', 'The fire left 23 workers dead. The 32 injured workers of the fire are known.'],
  ['en', 'Some 3,200 households lost power. In the north, 4,100 households lost water.'],
  ['en', 'In 2022 the hospital treated 12,300 patients. In 2023 it treated the 13,200 patients.'],
  ['en', 'In 2019, 420 people worked at the shipyard. In 2020, the shipyard employed 380 people.'],
  ['en', 'The fire at the mill killed 23 people. It injured 32 people at the mill.'],
  ['en', '420 people worked at the shipyard in Graz. The shipyard in Linz employed 380 people.'],
  ['en', 'The works employ 9,500 people. The paint shop of the works employs 380 people.'],
  ['de', 'Das Werk beschäftigt 9.500 Menschen. Am Tag der offenen Tür besuchten 5.900 Menschen das Werk.'],
  ['de', 'Die Tram befördert 38.000 Fahrgäste am Tag. Der Bus befördert 36.000 Fahrgäste am Tag.'],
  ['de', 'Der Tunnel kostete 2019 noch 412 Millionen Euro. 2020 kostete der Tunnel 421 Millionen Euro.'],
  ['de', 'Der Tunnel kostet 412 Millionen Euro. Weitere 421 Millionen Euro kostet der Tunnel in Linz.'],
  ['de', 'Geplant waren 412 Millionen Euro für den Tunnel. Der Tunnel kostet 421 Millionen Euro.'],
  [
    'en',
    'The city approved $34.2 million for the new library on Tuesday.\nResidents had many questions about the building.\nOpponents said the $34.2 million library was too expensive.',
  ],
  [
    'en',
    'The plant will create 1,270 jobs, the company said.\nState officials welcomed the plan.\n"We need these 1,270 jobs," the governor said.',
  ],
  [
    'en',
    'The foundation gave $2.5 million to the clinic.\nThe clinic opened in June.\nThe $2.5 million grant to the clinic will pay for nurses.',
  ],
  [
    'de',
    'Die Stadt gibt 34,2 Millionen Euro für die neue Bibliothek aus.\nViele Bürger hatten Fragen.\nKritiker halten die Bibliothek für 34,2 Millionen Euro für zu teuer.',
  ],
  [
    'de',
    'Das Werk schafft 1.270 Arbeitsplätze.\nDie Landesregierung lobt den Plan.\nWir brauchen diese 1.270 Arbeitsplätze, sagte der Minister.',
  ],
  [
    'en',
    'More than 26,700 homes lost power on Sunday.\nCrews worked overnight.\nBy Monday, all but a few of the 26,700 homes were back online.',
  ],
  ['en', 'Thieves took 4,200 mobile phones from a store.\nThe owner wants the 4,200 handsets back.'],
  ['en', 'The mill ground 12,400 tonnes of wheat. The 14,200 tonnes of coal were sold.'],
])('%s: a figure that a text gives twice is not queried where it may be right: %s', (language, text) => {
  expect(findInText('figure', language, text)).toEqual([]);
});
