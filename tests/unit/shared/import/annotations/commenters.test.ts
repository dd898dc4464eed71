import { expect, test } from 'vitest';
import { isPlaceholderName } from '#shared/import/annotations/commenters.ts';

test.each([
  ...[
    null,
    '',
    '?',
    'Author',
    'author',
    'Author 2',
    'Autor',
    'Auteur',
    'Автор',
    '作者',
    'Unknown',
    'Unbekannt',
    '(unknown)',
  ],
  ...[
    'Anonymous',
    'Anonymous Badger',
    'Anonym',
    'Microsoft Office User',
    'Microsoft Office-Anwender',
    'Windows User',
    'Windows-Benutzer',
  ],
  ...['Utilisateur Microsoft Office', 'Google Docs', 'User', 'User1', 'DESKTOP-4F2K9QD', 'Guest', 'Editor'],
])('%s is the name of nobody', (name) => {
  expect(isPlaceholderName(name)).toBe(true);
});

test.each([
  'Ben Roe',
  'Ada',
  'Mira Lindqvist',
  'Autry',
  'Hans Gast',
  'Jo',
  '王小明',
  'A. Uthor',
  'Anna Nym',
  'Mark Windowson',
])('%s can be the name of a person', (name) => {
  expect(isPlaceholderName(name)).toBe(false);
});
