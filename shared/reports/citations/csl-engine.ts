/// <reference path="./citeproc.d.ts" />
import locales from '@citation-js/plugin-csl/lib-mjs/locales.json';
import styles from '@citation-js/plugin-csl/lib-mjs/styles.json';
import CSL, { type Engine } from 'citeproc';
import type { CitationStyle } from '../../domain/report-options';
import type { CslItem } from './csl-item';

/** Where words in italics begin and end in what citeproc writes: code points that `printable` takes out of every field. */
export const italicStart = '\ufdd0';
export const italicEnd = '\ufdd1';

const format = 'runs';

/** Plain text with signs around italics. */
const runsFormat = {
  ...CSL.Output.Formats.text,
  '@font-style/italic': (_: unknown, text: string) => `${italicStart}${text}${italicEnd}`,
};

/**
 * The style without what a numbered list has no use for, sorting, numbers, and telling alike entries apart (half of the
 * time is left), and without the capitals that some styles put on names: a source's words stay as they were typed.
 */
function forNumberedList(style: string): string {
  return style
    .replace(
      / (?:disambiguate-add-[a-z-]+|givenname-disambiguation-rule|collapse|second-field-align)="[^"]*"/g,
      '',
    )
    .replace(/<sort>[\s\S]*?<\/sort>/g, '')
    .replace(/(<citation[^>]*>)[\s\S]*<\/citation>/, '$1<layout><text value="x"/></layout></citation>')
    .replace(/<text [^>]*variable="citation-number"[^>]*\/>/g, '')
    .replace(/ text-case="title"/g, '');
}

/** Writes the entry of one item; null where the style lists no such thing. May throw what citeproc throws. */
export type CiteItem = (item: CslItem) => string | null;

/** A style, ready to cite; takes some 10 ms. */
export function cslEngine(style: CitationStyle): CiteItem {
  CSL.Output.Formats[format] = runsFormat;
  let current: CslItem | null = null;
  const system = { retrieveLocale: () => locales['en-US'], retrieveItem: () => current };
  const engine: Engine = new CSL.Engine(system, forNumberedList(styles[style]), 'en-US', true);
  engine.setOutputFormat(format);
  // Fields are plain text: tags and quotation marks in them are the source's own and no markup.
  engine.fun.flipflopper.processTags = () => {};
  return (item) => {
    current = item;
    engine.updateItems([], true);
    engine.updateItems([item.id], true);
    const list = engine.makeBibliography();
    return list === false ? null : (list[1][0] ?? null);
  };
}
