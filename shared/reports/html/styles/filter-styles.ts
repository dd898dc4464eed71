import { claimStatuses } from '../../../domain/verdict';

/** Browsers that can filter: Chrome since 105, Safari since 15.4, Firefox since 121. */
const condition = '@supports selector(:has(a))';

/**
 * Lists hide what was not chosen, but never the entry that a link leads to; a list without any entry left is hidden with its heading.
 * In the article all claims stay marked, the others by a thin grey line. The choice is looked for in the filter alone: a rule for the
 * whole page would be checked for each element that is read, and long reports would open slowly.
 */
const rules = claimStatuses
  .map((status) => {
    const lists = `.filter:has(#show-${status}:checked) ~ .columns`;
    const chosen = `li:is([data-status="${status}"], :target)`;
    return `
  ${lists} li[data-status]:not([data-status="${status}"], :target) { display: none; }
  ${lists} section:has(li[data-status]):not(:has(${chosen})) { display: none; }
  ${lists} mark:not(.${status}) { text-decoration: underline 1px var(--faint); }
  ${lists} mark:not(.${status}, :target) { background: none; }
  ${lists} sup a[class]:not(.${status}) { color: var(--muted); }`;
  })
  .join('');

/** Rules for the filter. Paper always shows everything: a print that leaves claims out must not look like a whole report. */
export const filterRules = `
.filter { border: 0; padding: 0; gap: 2px 18px; flex-wrap: wrap; align-items: center; font: 13px/1.4 var(--sans); }
.filter legend { float: left; padding: 0; color: var(--muted); }
.filter label { display: inline-flex; align-items: center; gap: 5px; padding: 5px 0; font-variant-numeric: tabular-nums; cursor: pointer; }
.filter label:has(:checked) { box-shadow: inset 0 -2px var(--accent); }
.filter label:has(:disabled), .filter label:has(:disabled) span { color: var(--muted); cursor: default; }
.filter input { accent-color: var(--accent); }
.filter input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
${condition} { @media screen {
  .filter[hidden] { display: flex; }${rules}
} }`;
