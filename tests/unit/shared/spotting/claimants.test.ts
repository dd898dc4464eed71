import { expect, test } from 'vitest';
import { spotText } from './spot-text.ts';

const claimants: [language: string, text: string, claimant: string | null][] = [
  ['en', '“We lost 5,000 jobs in a year,” said Ada Smith.', 'Ada Smith'],
  ['en', '“We lost 5,000 jobs in a year,” the transport authority said.', 'the transport authority'],
  ['en', '“We lost 5,000 jobs in a year,” said spokesman Jan Beck of the union.', 'Jan Beck'],
  ['en', 'Ada Smith, head of the port authority, said: “We lost 5,000 jobs in a year.”', 'Ada Smith'],
  ['en', '“We lost 5,000 jobs in a year,” he said.', null],
  ['en', '“We lost 5,000 jobs in a year,” the statement said.', null],
  ['en', '“We lost 5,000 jobs in a year.”', null],
  ['de', '„Wir haben 5.000 Stellen verloren“, sagte Eva Lang.', 'Eva Lang'],
  ['de', '„Wir haben 5.000 Stellen verloren“, sagte Bürgermeisterin Eva Lang.', 'Eva Lang'],
  ['de', 'Eva Lang erklärte: „Wir haben 5.000 Stellen verloren.“', 'Eva Lang'],
  ['de', '„Wir haben 5.000 Stellen verloren“, sagte sie.', null],
];

test.each(claimants)('In %s, the words %s are those of %s.', (language, text, claimant) => {
  const quotation = spotText(text, language).find(({ kind }) => kind === 'quotation');
  expect(quotation?.claimant).toBe(claimant);
});

const reported: [language: string, text: string, claimant: string | null][] = [
  ['en', 'The transport authority said that 28,000 people use it.', 'The transport authority'],
  ['en', 'According to the Jordanian government, 28,000 people use it.', 'the Jordanian government'],
  ['en', 'The head of the port authority said that 28,000 people use it.', 'The head of the port authority'],
  ['en', 'Scientists say that 28,000 people use it.', 'Scientists'],
  ['en', 'They say that 28,000 people use it.', null],
  ['en', 'People were told that 28,000 people use it.', null],
  ['en', '28,000 people use it.', null],
  ['de', 'Laut Polizei nutzen es 28.000 Menschen.', 'Polizei'],
  ['de', 'Nach Angaben der Stadt nutzen es 28.000 Menschen.', 'der Stadt'],
  ['de', 'Sie sagte, dass es 28.000 Menschen nutzen.', null],
];

test.each(reported)('In %s, the figure in “%s” is that of %s.', (language, text, claimant) => {
  const figure = spotText(text, language).find(({ kind }) => kind === 'figure');
  expect(figure?.claimant).toBe(claimant);
});

test('A quotation goes on with a span where there is something to check, with the same speaker.', () => {
  const quotations = spotText(
    'Ada Smith said: “The ferry was late. It rained. It cost five million euros.”',
  ).filter(({ kind }) => kind === 'quotation');
  expect(quotations.map(({ claimant }) => claimant)).toEqual(['Ada Smith', 'Ada Smith']);
});

test('A figure makes a quotation worth more, and is named in its reason.', () => {
  const [plain, figure] = ['It was a fine day for all.', 'It cost five million euros.'].map((words) =>
    spotText(`Ada Smith said: “${words}”`).find(({ kind }) => kind === 'quotation'),
  );
  expect(figure?.score).toBeGreaterThan(plain?.score ?? 1);
  expect(figure?.reason).toBe('The words of a speaker, with money');
});

test('A name is spotted where it is first written.', () => {
  const names = spotText('We met Rosaly Lopes.\nThen Rosaly Lopes left.').filter(
    ({ kind }) => kind === 'name',
  );
  expect(names).toHaveLength(1);
});
