const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const entity = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;

/** The character of a code point; U+FFFD for a number that is no code point, or a surrogate. */
function decodeCodePoint(code: number): string {
  const isValid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isValid ? String.fromCodePoint(code) : '\ufffd';
}

/** Decodes HTML's character references once: numeric ones and the most common names. Other names stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(entity, (_, name?: string, decimal?: string, hex?: string) =>
    name
      ? (named[name.toLowerCase()] ?? '')
      : decodeCodePoint(decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)),
  );
}
