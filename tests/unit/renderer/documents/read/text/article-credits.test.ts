import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCredits } from '#renderer/documents/read/text/article-credits.ts';
import { hostileText, proseText } from '#tests/unit/shared/arbitraries.ts';

const credits = (...texts: string[]) => findCredits(texts.map((text) => ({ text })));

const english =
  'The ferry to the island was sold in May, and nobody on the quay knew that it is to stop for good.';
const german =
  'Die Fähre ist verkauft, und das Ende der Linie kam mit dem Mai, sagte der Wirt, der nicht gefragt wurde.';
const french =
  'Le bac est vendu et la ligne des îles ferme, dans une indifférence que les habitants du port regrettent.';
const spanish =
  'El ferry se vendió en mayo y los vecinos del puerto, que no lo sabían, se quejan con una carta.';
const italian =
  'Il traghetto della linea è venduto e gli abitanti del porto, che non lo sapevano, protestano per una lettera.';

describe('a byline', () => {
  test.each([
    ['By Ada Fields', english, 'Ada Fields'],
    ['BY ADA FIELDS', english, 'ADA FIELDS'],
    ['by Ada Fields', english, 'Ada Fields'],
    ['By Ada Fields and Bo Keld', english, 'Ada Fields and Bo Keld'],
    [
      'By Ada Fields, Bo Keld & Cy Brinnekamp-Oyelaran',
      english,
      'Ada Fields, Bo Keld & Cy Brinnekamp-Oyelaran',
    ],
    ['By Ada B. Fields and Bo van der Keld, Reuters', english, 'Ada B. Fields and Bo van der Keld, Reuters'],
    ['By Ada Fields, Political Editor', english, 'Ada Fields'],
    ['By Ada Fields, science correspondent, in London', english, 'Ada Fields'],
    ['By Ada Fields Staff Writer', english, 'Ada Fields'],
    ['By Ada Fields in London', english, 'Ada Fields'],
    ['By Ada Fields for The Harbour Post', english, 'Ada Fields'],
    ['By Ada Fields | March 1, 2026', english, 'Ada Fields'],
    ['By Ada Fields · 5 min read', english, 'Ada Fields'],
    ['By Ada Fields @adafields', english, 'Ada Fields'],
    ['Von unserem Korrespondenten Bo Keld', german, 'Bo Keld'],
    ['Text: Ada Fields, Fotos: Bo Keld', german, 'Ada Fields'],
    ['Par Ada Champs, envoyée spéciale à Kiev', french, 'Ada Champs'],
    ['Por Redacción', spanish, 'Redacción'],
    ['By Ada Fields, March 1, 2026', english, 'Ada Fields'],
    ['By Ada Fields Published 1 March 2026', english, 'Ada Fields'],
    ['By The Associated Press', english, 'The Associated Press'],
    ['By Reuters', english, 'Reuters'],
    ['By Staff', english, 'Staff'],
    ['By: Ada Fields', english, 'Ada Fields'],
    ['Written by Ada Fields', english, 'Ada Fields'],
    ['Words: Ada Fields', english, 'Ada Fields'],
    ['*By Ada Fields*', english, 'Ada Fields'],
    ["By Conor O'Keld and Siân D’Este", english, "Conor O'Keld and Siân D’Este"],
    ['By Jane and John Keld', english, 'Jane and John Keld'],
    ['Von Ada Fields', german, 'Ada Fields'],
    ['Von Ada Fields und Bo Keld, Berlin', german, 'Ada Fields und Bo Keld'],
    ['Ein Gastbeitrag von Ada Fields', german, 'Ada Fields'],
    ['Von Jörg von Ähren', german, 'Jörg von Ähren'],
    ['Text: Ada Fields', german, 'Ada Fields'],
    ['Par Ada Fields', french, 'Ada Fields'],
    ['Par Ada Fields (avec AFP)', french, 'Ada Fields'],
    ['Propos recueillis par Ada Fields et Bo Keld', french, 'Ada Fields et Bo Keld'],
    ['Por Ada Fields y Bo Keld', spanish, 'Ada Fields y Bo Keld'],
    ['Di Ada Fields', italian, 'Ada Fields'],
    ['di Ada Fields', italian, 'Ada Fields'],
    ['Автор: Ада Филдс', 'Паром продан.', 'Ада Филдс'],
    ['By\nAda Fields', english, 'Ada Fields'],
    ['By Ada Fields and\nBo Keld', english, 'Ada Fields and Bo Keld'],
  ])('%j before an article names %3$j', (line, body, names) => {
    expect(credits('Ferry to stop', line, body).byline).toBe(names);
    expect(credits(line, body).byline).toBe(names);
  });

  test.each([
    ['By the time the ferry came, it was dark.', english],
    ['By the time the ferry came', english],
    ['By the Sea', english],
    ['By Monday', english],
    ['By Monday Morning', english],
    ['By March 1, 2026', english],
    ['By March 1', english],
    ['By 2030, half of the ferries will be sold', english],
    ['By Land, Sea and Air', english],
    ['By the Numbers', english],
    ['By The Numbers', english],
    ['By Popular Demand', english],
    ['By Ada Fields’s own account, the ferry was late.', english],
    ['By Ada Fields was the ferry sold.', english],
    ['By all accounts', english],
    ['By Ada Fields – or so she says – the ferry was sold to a bank', english],
    ['Bylaws', english],
    ['By', english],
    ['Standing by Ada Fields', english],
    ['Von Anfang an war klar, dass die Fähre verkauft wird.', german],
    ['Von Kopf bis Fuß', german],
    ['Von Berlin nach Paris', german],
    ['Von Hamburg', german],
    ['Par exemple', french],
    ['Par avion', french],
    ['Por la tarde', spanish],
    ['Por Qué Importa', spanish],
    ['Di solito il traghetto parte alle nove.', italian],
    ['Von Bergen Wins Again', english],
    ['Di Canio Returns Home', english],
    ['The price of the ferry', english],
    ['Text:', german],
  ])('%j is none', (line, body) => {
    expect(credits('Ferry to stop', line, body).byline).toBeNull();
  });

  test('prose without a byline has none, whatever its words', () => {
    fc.assert(
      fc.property(
        // Behind a bar, a tab or a dash, other words than names may follow a byline.
        fc
          .oneof(proseText, hostileText)
          .map((text) => text.replace(/[|·•∙►\t]|[–—-]|[^\S\n]{2,}/gu, ' ').replace(/ {2,}/g, ' ')),
        fc.constantFrom('By ', 'Von ', 'Par ', 'Por ', 'Di '),
        (text, word) => {
          // Each line goes on with a verb in lower case, as sentences do.
          const lines = text.split('\n').map((line) => `${word}${line} was sold yesterday`);
          expect(credits(...lines).byline).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  test('names of any kind are read as they are written', () => {
    const letters = fc.stringMatching(/^[a-zäöüéèçñøå]{2,9}$/);
    const capital = letters.map((word) => `Zq${word}`);
    const name = fc.tuple(capital, capital).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const written = names.join(' and ');
        expect(credits(`By ${written}`, english).byline).toBe(written);
      }),
    );
  });

  test('a byline far into the article belongs to something else', () => {
    const paragraphs = Array.from({ length: 12 }, () => english);
    expect(credits(...paragraphs, 'By Ada Fields').byline).toBeNull();
  });
});

describe('a date', () => {
  test.each([
    ['LONDON, March 1, 2026 (Reuters) - The ferry was sold.', '2026-03-01'],
    ['LONDON, 1 March 2026 — The ferry was sold.', '2026-03-01'],
    ['PARIS, 3. März 2026 – Die Fähre ist verkauft.', '2026-03-03'],
    ['Berlin, 3. März 2026 (dpa) - Die Fähre ist verkauft.', '2026-03-03'],
    ['Paris, le 3 mars 2026. Le bac est vendu.', '2026-03-03'],
    ['MADRID, 3 de marzo de 2026 (EFE).- El ferry se vendió.', '2026-03-03'],
    ['(ANSA) - ROMA, 03 MAR 2026 - Il traghetto è venduto.', '2026-03-03'],
    ['March 1, 2026 (Reuters) - The ferry is sold.', '2026-03-01'],
    ['Lisboa, 03 mar 2026 (Lusa) – O barco foi vendido.', '2026-03-03'],
    ['NEW YORK, March 1, 2026 /PRNewswire/ -- The ferry was sold.', '2026-03-01'],
    ['МОСКВА, 3 марта 2026. /ТАСС/. Паром продан.', '2026-03-03'],
    ['ST. LOUIS, Mo., Sept. 3, 2026 (AP) — The ferry was sold.', '2026-09-03'],
  ])('%j gives %s', (paragraph, date) => {
    expect(credits('Ferry to stop', paragraph)).toMatchObject({ publishedAt: date });
  });

  test.each([
    ['LONDON, March 1 (Reuters) - The ferry was sold.', 'Reuters'],
    ['KYIV, Ukraine (AP) — The ferry was sold.', 'AP'],
    ['Berlin (dpa) - Die Fähre ist verkauft.', 'dpa'],
    ['(ANSA) - ROMA, 3 MAR - Il traghetto è venduto.', 'ANSA'],
    ['(Reuters) - The ferry is sold.', 'Reuters'],
    ['(Adnkronos) - Il traghetto è venduto.', 'Adnkronos'],
    ['The Harbour Board (HB) - as it is called - sold the ferry.', null],
    ['The Associated Press (AP) reported that the ferry was sold.', null],
  ])('without a byline the agency of the dateline is the author: %j', (paragraph, agency) => {
    expect(credits('Ferry to stop', paragraph).byline).toBe(agency);
    expect(credits('Ferry to stop', 'By Ada Fields', paragraph).byline).toBe('Ada Fields');
  });

  test.each([
    'LONDON, March 1 (Reuters) - The ferry was sold.',
    'PARIS, 3. März. Die Fähre ist verkauft.',
    'LONDON — The ferry was sold.',
    'The ferry was sold on March 1, 2026 (Reuters) - a day late.',
    'LONDON, Ontario (CP) — On March 1, 2026 the ferry was sold.',
    'Ferries, 1986 to 2026 – a history.',
    'LONDON, February 31, 2026 (Reuters) - The ferry was sold.',
  ])('%j gives none, because no year or no dateline is there', (paragraph) => {
    expect(credits('Ferry to stop', paragraph).publishedAt).toBeNull();
  });

  test.each([
    [['By Ada Fields', 'March 1, 2026'], '2026-03-01'],
    [['By Ada Fields', 'Sunday 1 March 2026, 10:04 GMT'], '2026-03-01'],
    [['By Ada Fields | 1 March 2026'], '2026-03-01'],
    [['Von Ada Fields', '01.03.2026'], '2026-03-01'],
    [['Published 1 March 2026'], '2026-03-01'],
    [['Publié le 1er mars 2026 à 10h04'], '2026-03-01'],
    [['By Ada Fields', 'March 2026'], '2026-03'],
    [['By Ada Fields', '2026年3月1日'], '2026-03-01'],
    [['By Ada Fields', '03/04/2026'], null],
    [['March 1, 1916'], null],
  ])('the lines %j give %s', (lines, date) => {
    expect(credits('Ferry to stop', ...lines, 'Ferry').publishedAt).toBe(date);
  });
});
