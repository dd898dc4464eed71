/// <reference path="./citeproc.d.ts" />
import locales from '@citation-js/plugin-csl/lib-mjs/locales.json';
import styles from '@citation-js/plugin-csl/lib-mjs/styles.json';
import CSL, { type Engine } from 'citeproc';
import type { CitationStyle } from '#shared/domain/settings/report-options.ts';
import type { CslItem } from '#shared/reports/csl-item.ts';

/** Delimiters of italics in citeproc's output. `toPrintable` removes these noncharacters from every field. */
export const italicStart = '\ufdd0';
export const italicEnd = '\ufdd1';

/** The name of the output format below. */
const outputFormat = 'runs';

/** Plain text with delimiters around italics. */
const runsFormat = {
  ...CSL.Output.Formats.text,
  '@font-style/italic': (_: unknown, text: string) => `${italicStart}${text}${italicEnd}`,
};

/** Where APA writes `Retrieved` before the address of a work without a date: also without the day on which it was retrieved. */
const retrieved =
  /<choose><if match="none" variable="issued status"><text term="retrieved"[\s\S]*?<\/choose>/;

/**
 * Removes from a style what a numbered list does not need: sorting, numbers and disambiguation, which take half of the time.
 * Nothing is retrieved on no day. Also removes the title case that some styles apply, so that a source's words stay as they were typed.
 */
function adaptToNumberedList(style: string): string {
  return style
    .replace(
      / (?:disambiguate-add-[a-z-]+|givenname-disambiguation-rule|collapse|second-field-align)="[^"]*"/g,
      '',
    )
    .replace(/<sort>[\s\S]*?<\/sort>/g, '')
    .replace(/(<citation[^>]*>)[\s\S]*<\/citation>/, '$1<layout><text value="x"/></layout></citation>')
    .replace(/<text [^>]*variable="citation-number"[^>]*\/>/g, '')
    .replace(/ text-case="title"/g, '')
    .replace(retrieved, '<choose><if variable="accessed">$&</if></choose>');
}

/** Formats the bibliography entry of one item; null when the style does not list such items. Throws what citeproc throws. */
export type ItemFormatter = (item: CslItem) => string | null;

/** Creates the formatter of a citation style, which takes about 10 ms. */
export function createItemFormatter(style: CitationStyle): ItemFormatter {
  CSL.Output.Formats[outputFormat] = runsFormat;
  let current: CslItem | null = null;
  const system = { retrieveLocale: () => locales['en-US'], retrieveItem: () => current };
  const engine: Engine = new CSL.Engine(system, adaptToNumberedList(styles[style]), 'en-US', true);
  engine.setOutputFormat(outputFormat);
  // Fields are plain text: tags and quotation marks in them belong to the source and are not markup.
  engine.fun.flipflopper.processTags = () => {};
  return (item) => {
    current = item;
    engine.updateItems([], true);
    engine.updateItems([item.id], true);
    const list = engine.makeBibliography();
    return list === false ? null : (list[1][0] ?? null);
  };
}
