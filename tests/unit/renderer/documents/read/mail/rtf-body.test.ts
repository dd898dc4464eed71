import { expect, test } from 'vitest';
import { decompressRtf } from '#renderer/documents/read/mail/rtf-body.ts';

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

test('the examples of the specification are decompressed ([MS-OXRTFCP] 4.1)', () => {
  const simple = fromHex(
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
  );
  expect(new TextDecoder().decode(decompressRtf(simple) ?? new Uint8Array())).toBe(
    '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
  );
  const crossing = fromHex('1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0');
  expect(new TextDecoder().decode(decompressRtf(crossing) ?? new Uint8Array())).toBe(
    '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}',
  );
});

test('what is no compressed RTF is not decompressed', () => {
  expect(decompressRtf(new Uint8Array(40))).toBeNull();
  expect(decompressRtf(new Uint8Array(3))).toBeNull();
});
