const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const entity = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;

/** A letter by its number; a number that is none, or half of a pair, gives the sign for what can't be shown. */
function letter(code: number): string {
  const known = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return known ? String.fromCodePoint(code) : '\ufffd';
}

/** The text with HTML's entities, once, as the letters they stand for; names other than the common ones stay. */
export function withoutEntities(text: string): string {
  return text.replace(entity, (_, name?: string, decimal?: string, hex?: string) =>
    name
      ? (named[name.toLowerCase()] ?? '')
      : letter(decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)),
  );
}
