/** Tags that carry typography in CSL, Crossref and what citation-js makes of TeX; any other `<…>` is the title's own. */
const tag =
  /<\/?(?:i|b|u|em|strong|sup|sub|sc|scp|tt|p|span|br|(?:mml|jats):[a-z]{1,20})(?:\s[^<>]{0,200})?\s?\/?>/gi;

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const entity = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;

/** Longer words are cut before tags within tags are looked for, which may take a pass for each. */
const longest = 10_000;

/** A letter by its number; a number that is none, or half of a pair, gives the sign for what can't be shown. */
function letter(code: number): string {
  const known = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return known ? String.fromCodePoint(code) : '\ufffd';
}

/** Words of a record without their markup: HTML's entities (once) as the letters they stand for, tags of typography gone. */
export function plainWords(text: string): string {
  let plain = text
    .slice(0, longest)
    .replace(entity, (_, name?: string, decimal?: string, hex?: string) =>
      name
        ? (named[name.toLowerCase()] ?? '')
        : letter(decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)),
    );
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(tag, '');
  }
  return plain;
}
