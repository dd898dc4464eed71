import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ActiveContentScan } from '#main/core/vault/file-copies.ts';

function isActive(content: Buffer, chunkSize: number): boolean {
  const scan = new ActiveContentScan();
  for (let start = 0; start < content.length; start += chunkSize)
    scan.add(content.subarray(start, start + chunkSize));
  return scan.isActive;
}

const tags = fc.constantFrom('<script>', '<HTML ', '<svg\n', '<!doctype html>', '<body>', '<iframe/>');
const encodings = fc.constantFrom<BufferEncoding>('latin1', 'utf16le');

test('a tag is found wherever it is in a file, however the file is cut into chunks', () => {
  fc.assert(
    fc.property(
      tags,
      encodings,
      fc.nat(5_000),
      fc.nat(100),
      fc.integer({ min: 1, max: 3_000 }),
      (tag, encoding, before, after, size) => {
        const plain = (length: number) => 'ab < c, '.repeat(length);
        expect(isActive(Buffer.from(plain(before) + tag + plain(after), encoding), size)).toBe(true);
        expect(isActive(Buffer.from(plain(before + after), encoding), size)).toBe(false);
      },
    ),
  );
});

test.each(['<bodyguard>', '<svgx ', 'x < html', '< script>'])('%j is no tag', (text) => {
  expect(isActive(Buffer.from(`a text ${text} and more`), 7)).toBe(false);
});
