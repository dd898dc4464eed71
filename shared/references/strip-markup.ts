import { withoutEntities } from '../text/characters/entities';

/** Tags that carry typography in CSL, Crossref and what citation-js makes of TeX; any other `<…>` is the title's own. */
const tag =
  /<\/?(?:i|b|u|em|strong|sup|sub|sc|scp|tt|p|span|br|(?:mml|jats):[a-z]{1,20})(?:\s[^<>]{0,200})?\s?\/?>/gi;

/** Longer words are cut before tags within tags are looked for, which may take a pass for each. */
const longest = 10_000;

/** Words of a record without their markup: HTML's entities (once) as the letters they stand for, tags of typography gone. */
export function plainWords(text: string): string {
  let plain = withoutEntities(text.slice(0, longest));
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(tag, '');
  }
  return plain;
}
