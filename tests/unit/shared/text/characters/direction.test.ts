import { describe, expect, it } from 'vitest';
import { detectDirection, getLanguageDirection } from '#shared/text/characters/direction.ts';

describe('the direction of a text', () => {
  it('the first letter decides the direction, whatever punctuation and figures come before it', () => {
    expect(detectDirection('“12 % העיר', 'en')).toBe('rtl');
    expect(detectDirection('(2019) The port, الميناء', 'ar')).toBe('ltr');
  });

  it('a text without letters has the direction of the article’s language', () => {
    expect(detectDirection('1986 – 2019', 'ar')).toBe('rtl');
    expect(detectDirection('1986 – 2019', 'en')).toBe('ltr');
    expect(detectDirection('', null)).toBe('ltr');
  });

  it('the direction of a language follows the script that it is written in', () => {
    const tags = ['he', 'fa-IR', 'ur', 'yi', 'ar-Latn', 'az-Arab', 'de', 'ku', null];
    expect(tags.map(getLanguageDirection)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'rtl',
      'ltr',
      'ltr',
      'ltr',
    ]);
  });
});
