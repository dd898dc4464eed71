import { expect, test } from 'vitest';
import { findQueriesOf, listPlaces } from './find-queries.ts';

/** The text, and the words at the places of its one query. */
const hits: readonly (readonly [string, string | null, string[]])[] = [
  ['The ferry to Kelderhaven is late. In Kelderhafen nobody minds.', 'en', ['Kelderhaven', 'Kelderhafen']],
  ['We met Ada Smith. Later Ada Smyth left.', 'en', ['Smith', 'Smyth']],
  ['Steven Miller signed it. The letter names Stephen Miller.', 'en', ['Steven', 'Stephen']],
  ['They met Zelensky in May, and Zelenskyy in June.', 'en', ['Zelensky', 'Zelenskyy']],
  ['Files lie on GitHub. Look for them on Github.', 'en', ['GitHub', 'Github']],
  ['Old MacDonald sold it. Then Mac Donald bought it back.', 'en', ['MacDonald', 'Mac Donald']],
  ['The camp at Rukban is full. People leave Rubkan on foot.', 'en', ['Rukban', 'Rubkan']],
  ['The Transport Authority said so. Ask the Transport Autority.', 'en', ['Authority', 'Autority']],
  ['People in Wellington wait. In Welington it rains.', 'en', ['Wellington', 'Welington']],
  ['The singer Björk Olsen came. They like Bjork Olsen.', 'en', ['Björk', 'Bjork']],
  ['Später kam Anna Müller. Dann ging Anna Mueller.', 'de', ['Müller', 'Mueller']],
  ['Die Fähre fährt nach Kelderhaven. In Kelderhafen wartet der Bus.', 'de', ['Kelderhaven', 'Kelderhafen']],
  ['„Nein“, sagte Harksen. Später sagte Harsken zu.', 'de', ['Harksen', 'Harsken']],
  ['Das Amt in Altenmoor schließt. Viele in Altenmor ärgert das.', 'de', ['Altenmoor', 'Altenmor']],
  ['Bürgermeister Onno Schmidt kam. Am Abend ging Onno Schmitt.', 'de', ['Schmidt', 'Schmitt']],
  ['Es sprach Philipp Wagenknecht. Danach redete Filipp Wagenknecht.', 'de', ['Philipp', 'Filipp']],
  ['Mayor Ada Kalnins came. Mr Kalnin left.', 'en', ['Kalnins', 'Kalnin']],
  ['Inspector Ada Whitmore came. Whitmoor said no.', 'en', ['Whitmore', 'Whitmoor']],
  ['We met Ada Brown. Later Ada Browne left.', 'en', ['Brown', 'Browne']],
  ['We met Alexander Lind. Later Aleksander Lind left.', 'en', ['Alexander', 'Aleksander']],
  ['Bürgermeister Onno Reinhardt kam. Am Abend ging Reinhard.', 'de', ['Reinhardt', 'Reinhard']],
  [
    'Le maire de Valmondois parle. On rit à Valmondoy, dit-il, puis à Valmondoi.',
    'fr',
    ['Valmondoy', 'Valmondoi'],
  ],
];

test.each(hits)('%s', (text, language, places) => {
  expect(listPlaces('spelling', text, language)).toContainEqual(places);
});

const nearMisses: readonly (readonly [string, string, string | null])[] = [
  [
    'a German noun beside a compound',
    'Der Betrag ist hoch. In einem Spiegel-Online Beitrag steht mehr.',
    'de',
  ],
  ['an English genitive', 'Kelderhaven is small. Kelderhaven’s harbour is large.', 'en'],
  ['a plural', 'The Miller came. Both Millers left with the Greens, and Green stayed.', 'en'],
  ['people of a place', 'In Sweden it snows. The Swedish like it, and so do Texans in Texas.', 'en'],
  ['surnames with other first names', 'Ada Brown met Ben Browne.', 'en'],
  ['first names with other surnames', 'Martin Weber and Martina Lind came.', 'en'],
  ['names in general use', 'We saw Austria and Australia, Niger and Nigeria, Daniel and Daniela.', 'en'],
  ['short names', 'Tim saw Tom. Iran talked to Iraq.', 'en'],
  [
    'a word that the text also writes small',
    'Harbors matter. The harbor is closed, says Harbour News, and a harbour too.',
    'en',
  ],
  [
    'a style that is no name',
    'Send an E-mail. An email is fine. Online or on-line, Web site or website.',
    'en',
  ],
  ['addresses and files', 'See kelderhaven.example, @kelderhafen and Kelderhafen.md in Kelderhaven.', 'en'],
  ['other first letters', 'We met Hansen and Jansen, Fuller and Buller.', 'en'],
  ['capitals throughout', 'KELDERHAVEN — In Kelderhaven it rains, says NATO, not Nato.', 'en'],
  ['how a song spells a word', 'They played Running and Runnin’ Wild.', 'en'],
  ['a German genitive', 'Das ist Kelderhaven. Kelderhavens Hafen ist klein. Webers Haus gehört Weber.', 'de'],
  ['a family', 'Mr Kalnin came. He is one of the Kalnins.', 'en'],
  ['a first name', 'Bürgermeister Onno Reinhardt kam. Später sprach Reinhard Weber.', 'de'],
  ['a German genitive of a person', 'Bürgermeister Onno Weil kam. Weils Rede war kurz, sagte Weil.', 'de'],
  ['a German plural', 'Der Freund kam, sagte Weil. Die Freunde gingen.', 'de'],
  ['people of a German place', 'In Berlin lebt er gern. Die Berliner mögen Hamburg und die Hamburger.', 'de'],
  [
    'German nouns that differ at the start',
    'Die Aufgabe war schwer. Die Ausgabe war leicht. Die Abgabe ist heute, die Angabe fehlt.',
    'de',
  ],
  [
    'German nouns that sound alike',
    'Der Staat zahlt. Die Stadt will das nicht. Keine Seite hat die Saite, sagte die Stadt.',
    'de',
  ],
  [
    'forms of a German noun',
    'Die Ministerin kam mit den Ministern. Lehrerin und Lehrern, Bürgerin und Bürgern gefiel es.',
    'de',
  ],
  [
    'a German plural with an umlaut',
    'Das Kloster ist alt. In Klöstern wird gebetet, die Klöster sind leer, das Kloster auch.',
    'de',
  ],
  ['months', 'Von Ende Juni bis Ende Juli war zu.', 'de'],
  [
    'names that a language inflects',
    'Przyjechał Karel Nowak. Widziano Karla Nowak w Warszawie i Warszawa.',
    'pl',
  ],
  ['Cyrillic cases', 'Диета Аткинса известна. Доктор Аткинс её придумал.', 'ru'],
];

test.each(nearMisses)('%s is no misspelling', (_what, text, language) => {
  expect(listPlaces('spelling', text, language)).toEqual([]);
});

test('the explanation quotes both spellings and counts them', () => {
  const text = 'Anna Weber kam. „Ja“, sagte Anna Weber. Anna Wehber ging.';
  expect(findQueriesOf('spelling', text, 'de')).toEqual([
    {
      rule: 'spelling',
      places: [
        { start: 5, end: 10 },
        { start: 45, end: 51 },
      ],
      explanation: 'The article writes “Anna Weber” 2 times, and “Anna Wehber” once.',
    },
  ]);
});
