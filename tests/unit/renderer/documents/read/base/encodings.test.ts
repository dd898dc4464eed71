import { describe, expect, test } from 'vitest';
import { decodeAs, getEncoding } from '#renderer/documents/read/base/decode-as.ts';
import { decodeText } from '#renderer/documents/read/base/decode-text.ts';
import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import { encodingOptions } from '#shared/import/base/encoding-names.ts';
import { describeNotice } from '#shared/import/base/notices.ts';
import { encodeAs } from './encode-as.ts';
import { texts } from './texts.ts';

const files = texts.flatMap(({ language, text, encodings }) =>
  encodings.map((encoding) => ({ language, encoding, text, bytes: encodeAs(text, encoding) })),
);

const unicodeFiles = texts
  .filter(({ language }) => ['en', 'ru', 'ja'].includes(language))
  .flatMap(({ language, text }) =>
    (['utf-16le', 'utf-16be', 'utf-8'] as const).flatMap((encoding) => [
      { language, encoding, text, bytes: encodeAs(text, encoding) },
      { language, encoding, text, bytes: encodeAs(`\ufeff${text}`, encoding) },
    ]),
  );

const read = (bytes: Uint8Array, declared: string[], chosen: string | null = null) =>
  decodeText('a.txt', bytes, declared, chosen);

describe('a text in an old encoding', () => {
  test.each(files)(
    'in $language and $encoding is right when its encoding is declared',
    ({ text, bytes, encoding }) => {
      expect(read(bytes, [encoding])).toMatchObject({ ok: true, text });
    },
  );

  test.each(files)(
    'in $language and $encoding is never wrong in silence when nothing is declared',
    ({ text, bytes }) => {
      const decoded = read(bytes, []);
      if (!decoded.ok || decoded.text === text) return;
      expect(decoded.knownBy).toBe('assumed');
    },
  );

  test.each(files)(
    'in $language and $encoding is right when the reviewer chooses its encoding',
    ({ text, bytes, encoding }) => {
      expect(read(bytes, ['utf-16'], encoding)).toMatchObject({ ok: true, text, knownBy: 'chosen' });
    },
  );

  test('is guessed right nearly always', () => {
    const wrong = files.filter(({ bytes, text }) => {
      const decoded = read(bytes, []);
      return !decoded.ok || decoded.text !== text;
    });
    expect(wrong.map(({ language, encoding }) => `${language} ${encoding}`)).toEqual(['en macintosh']);
  });

  test('is not read in a western encoding that a program declares, whatever it writes', () => {
    const japanese = files.find(({ encoding }) => encoding === 'shift_jis');
    expect(read(japanese?.bytes ?? new Uint8Array(), ['iso-8859-1'])).toMatchObject({
      text: japanese?.text,
      knownBy: 'corrected',
    });
  });
});

test.each(unicodeFiles)(
  'a text in $language and $encoding is right, with and without a byte order mark',
  ({ text, bytes }) => {
    expect(read(bytes, [])).toMatchObject({ ok: true, text, knownBy: 'certain' });
  },
);

test.each([
  ['UTF-7', 'Die F+AOQ-hre f+AOQ-llt aus.', ['utf-7']],
  ['HZ', 'The ferry ~{<:Ky2;~} stops.', ['hz-gb-2312']],
  ['ISO-2022-KR', '\u001b$)C\u000e3*74\u000f stops.', []],
])('a text in %s, which looks like ASCII, is refused', (_, text, declared) => {
  expect(read(new TextEncoder().encode(text), declared)).toMatchObject({
    ok: false,
    problem: { code: 'undecodable' },
  });
});

test('a page is read in its own encoding when that of the server does not fit', () => {
  const russian = files.find(({ encoding }) => encoding === 'koi8-r');
  expect(read(russian?.bytes ?? new Uint8Array(), ['iso-8859-1', 'koi8-r'])).toMatchObject({
    text: russian?.text,
    knownBy: 'declared',
  });
});

test('UTF-16 that a server declares is right without any byte that is zero', () => {
  const text = '渡し船が終わる。島への渡し船が売られた。';
  expect(read(encodeAs(text, 'utf-16le'), ['utf-16le'])).toMatchObject({ text, knownBy: 'declared' });
});

describe('what an import says about the encoding', () => {
  const turkish = encodeAs(
    'Ankara’da şubat ayında yağış bekleniyor. Çocuklar için güzel bir gün olacak.',
    'windows-1254',
  );
  const describeImport = (...parameters: Parameters<typeof importTextFile>) => {
    const imported = importTextFile(...parameters);
    return imported.ok ? imported.notices.map(describeNotice) : [imported.problem.message];
  };

  test('names an assumed encoding, and one that was chosen, and is silent about a declared one', () => {
    expect(describeImport('a.txt', turkish)).toEqual([
      'the encoding is not declared; assumed Windows-1254 (Turkish)',
    ]);
    expect(describeImport('a.txt', turkish, null, 'iso-8859-2')).toEqual([
      'read as ISO-8859-2 (Central European), as chosen in the preview',
    ]);
    expect(describeImport('a.txt', turkish, 'windows-1254')).toEqual([]);
    expect(describeImport('a.txt', encodeAs('Şubat', 'utf-8'))).toEqual([]);
  });

  test('counts the characters that are invalid in a declared encoding', () => {
    const damaged = Uint8Array.from([
      ...encodeAs('Die Fähre fällt aus, über das größere Übel schweigt man.', 'utf-8'),
      0xff,
    ]);
    expect(describeImport('a.txt', damaged, 'utf-8')).toEqual([
      '1 character could not be read in this encoding, and is shown as \ufffd',
    ]);
  });
});

test('every encoding that can be chosen can be decoded', () => {
  for (const { value } of encodingOptions) {
    expect(getEncoding(value)).toBe(value);
    expect(decodeAs(Uint8Array.of(0x41), value)).toMatch(/^[A\ufffd]$/);
  }
});

test('the code pages of DOS have their characters, under each of their names', () => {
  const bytes = Uint8Array.of(0x82, 0x9b, 0xa4, 0xe1, 0xff);
  expect(decodeAs(bytes, getEncoding('cp437') ?? '')).toBe('é¢ñß\u00a0');
  expect(decodeAs(bytes, getEncoding('IBM850') ?? '')).toBe('éøñß\u00a0');
  expect(decodeAs(bytes, getEncoding('852') ?? '')).toBe('éŤĄß\u00a0');
  expect(getEncoding('no such thing')).toBeNull();
});
