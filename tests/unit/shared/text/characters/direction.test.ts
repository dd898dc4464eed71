import { describe, expect, it } from 'vitest';
import { directionOf, directionOfLanguage } from '../../../../../shared/text/characters/direction';

describe('the direction of a text', () => {
  it('is that of its first letter, whatever signs and figures stand before it', () => {
    expect(directionOf('“12 % העיר', 'en')).toBe('rtl');
    expect(directionOf('(2019) The port, الميناء', 'ar')).toBe('ltr');
  });

  it('is that of the article’s language where there is no letter', () => {
    expect(directionOf('1986 – 2019', 'ar')).toBe('rtl');
    expect(directionOf('1986 – 2019', 'en')).toBe('ltr');
    expect(directionOf('', null)).toBe('ltr');
  });

  it('follows the script that a language is written in', () => {
    const tags = ['he', 'fa-IR', 'ur', 'yi', 'ar-Latn', 'az-Arab', 'de', 'ku', null];
    expect(tags.map(directionOfLanguage)).toEqual([
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
