import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '#renderer/documents/read/base/decode-text.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';
import { fixture } from '#tests/unit/shared/fixtures.ts';

const decode = (name: string) => decodeText(name, fixture(name));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const problemOf = (name: string, bytes: Uint8Array) => {
  const decoded = decodeText(name, bytes);
  return decoded.ok ? null : decoded.problem;
};

/** Encodes UTF-16, including lone surrogates. */
function encodeUtf16(text: string, littleEndian: boolean, withMark: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const view = new DataView(new ArrayBuffer((units.length + (withMark ? 1 : 0)) * 2));
  for (const [at, unit] of (withMark ? [0xfeff, ...units] : units).entries())
    view.setUint16(at * 2, unit, littleEndian);
  return new Uint8Array(view.buffer);
}

describe('text files', () => {
  test.each([
    ['utf-8-bom.txt', 'utf-8', '“for good”, said its owner 🚢'],
    ['utf-16le-bom.txt', 'utf-16le', '“for good”, said its owner 🚢'],
    ['utf-16be-bom.txt', 'utf-16be', '“for good”, said its owner 🚢'],
    ['utf-16le.txt', 'utf-16le', '“for good”, said its owner 🚢'],
    ['windows-1252.txt', 'windows-1252', '– „niemand wurde gefragt“'],
    ['windows-1252.txt', 'windows-1252', '4,20 €'],
    ['shift-jis.txt', 'shift_jis', '記事の本文です。'],
    ['latin-1.txt', 'windows-1252', "Café «À l'ancre»"],
    ['untidy.txt', 'utf-8', "Traders\u00a0at the “Old Market' say that 12\u00a0000"],
    ['hostile.md', 'utf-8', 'A bell \u0007, an escape \u001b[31mred'],
  ])('%s is decoded as %s and contains %j', (name, encoding, words) => {
    const decoded = decode(name);
    expect(decoded).toMatchObject({ ok: true, encoding, text: expect.stringContaining(words) });
    expect(decoded.ok && decoded.text.startsWith('\ufeff')).toBe(false);
  });

  test('line ends of Windows and old Macs become \\n, and nothing else changes', () => {
    expect(decode('crlf.txt')).toMatchObject({ text: new TextDecoder().decode(fixture('utf-8-bom.txt')) });
    const text = 'a\rb\r\nc\n\u2028d\u0085e\u00a0f\u000bg\tCafe\u0301';
    expect(decodeText('x.txt', bytesOf(text))).toMatchObject({
      text: 'a\nb\nc\n\u2028d\u0085e\u00a0f\u000bg\tCafe\u0301',
    });
  });

  test('a declared encoding is used if the bytes do not determine one', () => {
    const bytes = Uint8Array.of(0xb9, 0xbf);
    expect(decodeText('x.txt', bytes, ['', 'no such thing', 'windows-1250'])).toMatchObject({ text: 'ąż' });
    expect(decodeText('x.txt', bytes)).toMatchObject({ knownBy: 'assumed' });
    expect(decodeText('x.txt', bytesOf('ąż'), ['windows-1250'])).toMatchObject({ text: 'ąż' });
  });

  test('only the first byte order mark is removed', () => {
    expect(decodeText('x.txt', bytesOf('\ufeff\ufeffa'))).toMatchObject({ text: '\ufeffa' });
  });

  test('UTF-8 and UTF-16 are decoded as they were encoded, with and without a byte order mark', () => {
    const whole = hostileText
      .map((text) =>
        text
          .replace(/\p{Surrogate}/gu, '')
          .replace(/\0/g, '')
          .replace(/\r\n?/g, '\n')
          .replace(/^\ufeff+/, ''),
      )
      .filter((text) => text.trim().length > 3 && (text.match(/\p{Cc}/gu)?.length ?? 0) * 12 < text.length);
    fc.assert(
      fc.property(whole, (text) => {
        const all = [
          bytesOf(text),
          bytesOf(`\ufeff${text}`),
          encodeUtf16(text, true, true),
          encodeUtf16(text, false, true),
        ];
        for (const bytes of all) expect(decodeText('x.txt', bytes)).toMatchObject({ ok: true, text });
      }),
    );
  });
});

describe('files that are not text', () => {
  test.each([
    [
      'harbour.docx',
      'PK\u0003\u0004',
      'unsupported',
      'harbour.docx looks like a Word document; nothing was changed.',
    ],
    ['a.zip', 'PK\u0003\u0004', 'unsupported', 'a.zip looks like a ZIP archive'],
    ['a.doc', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'unsupported', 'an old Word document'],
    ['a.pdf', '%PDF-1.7', 'unsupported', 'a.pdf looks like a PDF'],
    ['a.png', '\u0089PNG\r\n\u001a\n', 'binary', 'a picture (PNG)'],
    ['a.jpg', '\u00ff\u00d8\u00ff\u00e0', 'binary', 'a picture (JPEG)'],
    ['a.gif', 'GIF89a', 'binary', 'a picture (GIF)'],
    ['a.txt', 'text\u0000text', 'binary', 'a.txt is not a text file'],
    ['a.txt', '\u0001\u0002\u0003abc', 'binary', 'is not a text file'],
    ['a.txt', '', 'empty', 'a.txt is empty'],
    ['a.txt', ' \r\n\t\u00a0', 'empty', 'a.txt is empty'],
  ])('the file %s with %j is %s', (name, content, code, words) => {
    const bytes = Uint8Array.from(content, (letter) => letter.charCodeAt(0));
    const problem = problemOf(name, content.includes('\u00a0') ? bytesOf(content) : bytes);
    expect(problem?.code).toBe(code);
    expect(problem?.message).toContain(words);
    expect(problem?.message).toContain('nothing was changed');
  });

  test.each([
    [
      'UTF-16 of an odd length',
      encodeUtf16('abc', true, true).subarray(0, 7),
      'UTF-16LE with broken characters',
    ],
    ['half a surrogate pair', encodeUtf16('ab\ud83dcd', true, true), 'UTF-16LE with broken characters'],
    ['the other half', encodeUtf16('ab\ude00cd', false, true), 'UTF-16BE with broken characters'],
    [
      'a UTF-8 mark before what is none',
      new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff]),
      'UTF-8 with broken characters',
    ],
    ['UTF-8 that was cut off', fixture('truncated-utf-8.txt'), 'UTF-8 with broken characters'],
    [
      'bytes of no encoding',
      Uint8Array.of(0x81, 0x41, 0xff, 0xfd, 0x81, 0x9f),
      'none of those that Stet knows fits',
    ],
  ])('%s is undecodable, and is not guessed', (_, bytes, words) => {
    const problem = problemOf('a.txt', bytes);
    expect(problem?.code).toBe('undecodable');
    expect(problem?.message).toContain(words);
  });

  test('a file of all possible bytes is binary', () => {
    expect(problemOf('binary.txt', fixture('binary.txt'))?.code).toBe('binary');
  });

  test('decoding never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeText('x.txt', bytes);
        if (decoded.ok) expect(decoded.text.trim()).not.toBe('');
        else expect(decoded.problem.message).toMatch(/^x\.txt .*nothing was changed\. .+\.$/s);
      }),
      { numRuns: 1_000 },
    );
  });
});
