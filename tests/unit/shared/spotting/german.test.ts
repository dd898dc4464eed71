import { expect, test } from 'vitest';
import type { SpotKind } from '../../../../shared/spotting/spotted-span';
import { listSpots } from './spot-text';

const hits: [kind: SpotKind, text: string, found: string[]][] = [
  ['figure', 'Der Hafen schlug 28.000 Container um.', ['28.000 Container']],
  ['figure', 'Sie bauten dreißig Häuser.', ['dreißig Häuser']],
  ['figure', 'Es kamen einundzwanzig Gäste.', ['einundzwanzig Gäste']],
  ['figure', 'Tausende gingen auf die Straße.', ['Tausende']],
  ['money', 'Die Brücke kostete 1,2 Milliarden Euro.', ['1,2 Milliarden Euro']],
  ['money', 'Der Bau kostete 28 000 Euro.', ['28 000 Euro']],
  ['share', 'Es sind 65 Prozent der Fläche.', ['65 Prozent']],
  ['share', 'Jeder dritte Haushalt heizt mit Gas.', ['Jeder dritte']],
  ['share', 'Die Hälfte der Mitglieder ging.', ['Hälfte']],
  ['share', 'Zwei Drittel der Mitglieder gingen.', ['Zwei Drittel']],
  ['date', 'Im Jahr 2014 war das anders.', ['2014']],
  ['date', 'Im Mai war das anders.', ['Mai']],
  ['date', 'Am Dienstag war das anders.', ['Dienstag']],
  ['date', 'Das war vor drei Jahren.', ['vor drei Jahren']],
  ['date', 'Das war am 5.10.2019 anders.', ['5.10.2019']],
  ['quotation', 'Sie sagte: „Die Fähre war nie zu spät.“', ['„Die Fähre war nie zu spät.“']],
  ['quotation', 'Laut Polizei war das anders.', ['Laut Polizei']],
  ['superlative', 'Es ist die längste Brücke in Europa.', ['die längste Brücke']],
  ['superlative', 'Zum ersten Mal gewann der Verein.', ['Zum ersten Mal']],
  ['superlative', 'Der Verein gewann erstmals.', ['erstmals']],
  ['superlative', 'Das ist ein Rekordwert.', ['Rekordwert']],
  ['comparison', 'Mehr als 12.000 Fans kamen.', ['Mehr als 12.000 Fans']],
  ['comparison', 'Die Zahl stieg um 12 Prozent.', ['stieg um 12 Prozent']],
  ['comparison', 'Sie wuchs von 28.000 auf 38.000.', ['von 28.000 auf 38.000']],
  ['comparison', 'Das kostet doppelt so viel.', ['doppelt so viel']],
  ['cause', 'Wegen des Sturms fielen Züge aus.', ['Wegen des Sturms']],
  ['cause', 'Aufgrund der Kälte fiel das aus.', ['Aufgrund der Kälte']],
  ['cause', 'Das führte zu einem Brand.', ['führte zu einem Brand']],
  ['role', 'Dann kam Bürgermeisterin Eva Lang.', ['Bürgermeisterin Eva Lang']],
  ['role', 'Eva Lang, Leiterin der Hafenbehörde, ging.', ['Eva Lang, Leiterin der Hafenbehörde']],
  ['law', 'Das regelt Artikel 5 der Satzung.', ['Artikel 5']],
  ['law', 'Das regelt § 12 eindeutig.', ['§ 12']],
  ['law', 'So steht es im Klimaschutzgesetz.', ['Klimaschutzgesetz']],
  ['name', 'Dann kam Theresa May nach Berlin.', ['Theresa May']],
];

test.each(hits)('German %s: “%s”', (kind, text, found) => {
  expect(listSpots(text, kind, 'de-AT')).toEqual(found);
});

const nearMisses: [SpotKind, string][] = [
  ['figure', 'Einer von ihnen ging.'],
  ['figure', 'Sie wollte eine zweite Meinung.'],
  ['money', 'Er nahm einige Pfunde ab.'],
  ['share', 'Sie trafen in der zweiten Halbzeit.'],
  ['date', 'Das mag sein.'],
  ['date', 'Frau Mai kam.'],
  ['quotation', 'Der sogenannte „Experte“ ging.'],
  ['superlative', 'Die meisten Menschen mögen das.'],
  ['superlative', 'Im besten Fall regnet es.'],
  ['superlative', 'Am liebsten bleibt er.'],
  ['comparison', 'Das war mehr als nur Regen.'],
  ['comparison', 'Er kam zweimal.'],
  ['cause', 'Vielen Dank für die Blumen.'],
  ['cause', 'Ich bleibe, weil ich es mag.'],
  ['role', 'Die Bürgermeisterin ging.'],
  ['law', 'Der Artikel ist lang.'],
  ['name', 'Neue Regeln gelten.'],
  ['name', 'Der Umsatz sank.'],
];

test.each(nearMisses)('German is no %s: “%s”', (kind, text) => {
  expect(listSpots(text, kind, 'de')).toEqual([]);
});
