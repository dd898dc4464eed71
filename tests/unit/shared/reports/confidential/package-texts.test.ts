import { expect, test } from 'vitest';
import {
  findLeaksInPackage,
  mainTextPlace,
  type PackagePlace,
} from '#shared/reports/confidential/package-texts.ts';
import type { ConfidentialTerm } from '#shared/reports/confidential/search/confidential-term.ts';

const secret: ConfidentialTerm = {
  text: 'Zelda Quorn',
  description: 'the name of a confidential source',
  level: 'certain',
};
/** The article prints this name twice, and a comment of ours repeats it. */
const printed: ConfidentialTerm = {
  text: 'Wren Ibbotson',
  description: 'the author of a confidential source',
  level: 'certain',
  allowance: { inText: 3, inProperties: false },
};
const titled: ConfidentialTerm = { ...printed, allowance: { inText: 1, inProperties: true } };

const text = (name: string, words: string): PackagePlace => ({ name, kind: 'text', text: words });
const hidden = (name: string, words: string): PackagePlace => ({ name, kind: 'hidden', text: words });

test('a term is found in every place, which is named without the words', () => {
  const places = [
    text(mainTextPlace, 'Nothing here.'),
    text('a comment', 'As zelda  QUORN said.'),
    text('deleted words', 'Zelda Quorn'),
    hidden('the properties of the file', 'Zelda Quorn'),
    hidden('a macro of the file', 'x = "Zelda Quorn"'),
  ];
  expect(findLeaksInPackage(places, [secret])).toEqual([
    'The name of a confidential source appears in a comment.',
    'The name of a confidential source appears in deleted words.',
    'The name of a confidential source appears in the properties of the file.',
    'The name of a confidential source appears in a macro of the file.',
  ]);
});

test('what the article prints may stay in the text, and no more often than the report has it', () => {
  const article = text(mainTextPlace, 'Wren Ibbotson came. Wren Ibbotson went.');
  expect(findLeaksInPackage([article, text('a comment', 'Wren Ibbotson')], [printed])).toEqual([]);
  expect(
    findLeaksInPackage([article, text('a comment', 'Wren Ibbotson, and Wren Ibbotson')], [printed]),
  ).toEqual(['The author of a confidential source appears in a comment.']);
  expect(
    findLeaksInPackage([article, hidden('the properties of the file', 'Wren Ibbotson')], [printed]),
  ).toEqual(['The author of a confidential source appears in the properties of the file.']);
});

test('what the title has may stay in the properties', () => {
  expect(findLeaksInPackage([hidden('the properties of the file', 'Wren Ibbotson')], [titled])).toEqual([]);
});
