import { expect, test } from 'vitest';
import { listKnownLanguages, nameLanguage, parseLanguage } from '#shared/text/languages.ts';

test.each([
  ['de', 'de'],
  ['EN-gb', 'en-GB'],
  ['German', 'de'],
  ['deutsch', 'de'],
  [' Français ', 'fr'],
  ['English (United Kingdom)', 'en-GB'],
  ['Arabic', 'ar'],
  ['العربية', 'ar'],
  ['sr-latn', 'sr-Latn'],
  ['tlh', 'tlh'],
  ['gsw', 'gsw'],
])('%s is the language %s', (typed, tag) => {
  expect(parseLanguage(typed)).toBe(tag);
});

test.each(['klingonish', 'klingon lessons', 'no language', 'xx', 'english!', 'german-ish', ''])(
  '"%s" is no language',
  (typed) => {
    expect(parseLanguage(typed)).toBeNull();
  },
);

test('every language that is offered has a name, by which it is found again', () => {
  const languages = listKnownLanguages();
  expect(new Set(languages.map(({ name }) => name)).size).toBe(languages.length);
  for (const { tag, name } of languages) {
    expect(nameLanguage(tag)).toBe(name);
    expect(parseLanguage(name)).toBe(tag);
    expect(parseLanguage(tag)).toBe(tag);
  }
});
