import { describe, expect, it } from 'vitest';
import { detectDirection, getLanguageDirection } from '../../../../../shared/text/characters/direction';

describe('the direction of a text', () => {
  it('is that of its first letter, whatever signs and figures stand before it', () => {
    expect(detectDirection('“12 % העיר', 'en')).toBe('rtl');
    expect(detectDirection('(2019) The port, الميناء', 'ar')).toBe('ltr');
  });

  it('is that of the article’s language where there is no letter', () => {
    expect(detectDirection('1986 – 2019', 'ar')).toBe('rtl');
    expect(detectDirection('1986 – 2019', 'en')).toBe('ltr');
    expect(detectDirection('', null)).toBe('ltr');
  });

  it('follows the script that a language is written in', () => {
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
