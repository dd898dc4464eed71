/** Every how many lines a number stands in the margin. */
const numberedLines = 5;

/** The margin for the numbers of claims and for notes, in millimetres. */
export const marginWidthMm = 68;

/** The numbers in the margin, a line of CSS text for each line of the article. */
function buildLineNumbers(lineLimit: number): string {
  const interval = '\\a '.repeat(numberedLines);
  const numbers = Array.from(
    { length: Math.floor(lineLimit / numberedLines) },
    (_, index) => `${(index + 1) * numberedLines}${interval}`,
  );
  return '\\a '.repeat(numberedLines - 1) + numbers.join('');
}

/**
 * The head of a table is repeated on each of its pages; this one, which has no height, has the line for lawyers. The line numbers are cut
 * off where the article ends.
 */
export const buildMarginRules = (lineLimit: number) => `
.galley { display: table; width: 100%; }
.head { display: table-header-group; break-inside: avoid; }
.head > div { display: block; position: relative; height: 0; }
.reader-line { font: 600 8.5pt/var(--row) var(--sans); color: var(--disputed); }
.head .reader-line { position: absolute; right: 0; width: var(--notes); padding-left: 3mm; }
.rtl .head .reader-line { right: auto; left: 0; padding: 0 3mm 0 0; }
.sheet { display: table-row-group; }
.text { display: block; margin-left: var(--lines); margin-right: var(--notes); padding-right: var(--claims); border-right: .5pt solid var(--line); }
.article > div { position: relative; }
.article > div::before { content: "${buildLineNumbers(lineLimit)}" / ""; position: absolute; top: 0; bottom: 0; left: calc(0mm - var(--lines)); width: calc(var(--lines) - 3mm); overflow: clip; orphans: 1; widows: 1; font: 7.5pt/var(--row) var(--sans); color: var(--muted); text-align: right; white-space: pre; }
.ref { float: right; position: relative; left: calc(1.5mm + var(--number)); width: var(--number); margin-left: calc(0mm - var(--number)); height: var(--row); font: 600 8pt/var(--row) var(--sans); white-space: nowrap; text-align: left; text-decoration: none; text-indent: 0; }
.ref::before { content: attr(data-look) / ""; }
.ref.column1 { left: calc(1.5mm + 2 * var(--number)); }
.ref.column2 { left: calc(1.5mm + 3 * var(--number)); }
.ref.column3 { left: calc(1.5mm + 4 * var(--number)); }
td .ref { float: none; position: static; width: auto; height: auto; margin: 0; padding: 0 0 0 1pt; font-size: 7pt; line-height: 0; vertical-align: super; }
.rtl .text { margin: 0 var(--lines) 0 var(--notes); padding: 0 0 0 var(--claims); border: 0; border-left: .5pt solid var(--line); }
.rtl .article > div::before { left: auto; right: calc(0mm - var(--lines)); text-align: left; }
.rtl .ref { float: left; left: auto; right: calc(1.5mm + var(--number)); margin: 0 calc(0mm - var(--number)) 0 0; text-align: right; }
.rtl .ref.column1 { right: calc(1.5mm + 2 * var(--number)); }
.rtl .ref.column2 { right: calc(1.5mm + 3 * var(--number)); }
.rtl .ref.column3 { right: calc(1.5mm + 4 * var(--number)); }
.rtl td .ref { float: none; }`;
