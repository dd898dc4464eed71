/** Rules for the lists of claims and sources. */
export const entryRules = `
.entries { list-style: none; padding: 0; margin: -6px 0 24px; font: 13.5px/1.5 var(--sans); }
.entries > li { display: grid; grid-template-columns: minmax(26px, max-content) minmax(0, 1fr); padding: 8px; margin: 0 -8px 2px; border-radius: 6px; }
.entries > li:target { background: var(--target); }
.entries > li > div:only-child { grid-column: 2; }
.number { font-weight: 600; padding-right: 6px; font-variant-numeric: tabular-nums; text-decoration: none; }
.entries q { font: 15px/1.5 var(--serif); quotes: "“" "”"; display: block; }
.entries q.bare { quotes: none; }
.entries ul { list-style: none; padding: 0; }
.entries ul a { text-decoration: none; }
.lists section > p { font: 13.5px/1.5 var(--sans); color: var(--muted); margin: -4px 0 14px; }
.entries .places q { display: inline; }
.lists h3 { font: 600 12px/1.5 var(--sans); margin: 0 0 4px; color: var(--muted); }
.open-words { font: 12px/1.5 var(--sans); color: var(--muted); padding-left: 18px; margin: 0 0 24px; }
.quiet { color: var(--muted); }
.sum { font-size: 11.5px; color: var(--muted); }`;
