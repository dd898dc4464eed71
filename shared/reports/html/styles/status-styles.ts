import { type ClaimStatus, claimStatuses, statusLooks, verdicts } from '../../../domain/verdict';

const statuses: readonly ClaimStatus[] = [...verdicts, 'recheck'];

function buildColorTokens(theme: 'light' | 'dark'): string {
  return statuses.map((status) => `--${status}: ${statusLooks[status].color[theme]};`).join(' ');
}

export const lightStatusColors = buildColorTokens('light');
export const darkStatusColors = buildColorTokens('dark');

/** Each status has an underline of its own, so that colour is never the only difference. */
function buildUnderline(status: ClaimStatus): string {
  const { line } = statusLooks[status];
  const style =
    line === null
      ? `text-decoration-color: var(--${status});`
      : `text-decoration: underline ${line} var(--${status});`;
  return status === 'recheck' ? `${style} background: var(--recheck-wash);` : style;
}

/** Rules that colour text by the status in its class, three to a line. */
export const statusColorRules = statuses
  .map((status, index) => `.${status} { color: var(--${status}); }${index % 3 === 2 ? '\n' : ' '}`)
  .join('')
  .trim();

const underlineRules = statuses.map((status) => `mark.${status} { ${buildUnderline(status)} }`);
const selectors = statuses.map((status) => `.${status}`).join(', ');

/** Rules for underlined claims. The text itself keeps the colour of the article. */
export const markRules = `
mark { background: none; color: inherit; text-decoration: underline 2px; text-underline-offset: 4px; text-decoration-skip-ink: none; }
${[...underlineRules, `mark:is(${selectors}) { color: inherit; }`].join('\n')}
mark.lane1 { text-underline-offset: 8px; } mark.lane2 { text-underline-offset: 12px; }`;

/** Rules for underlined claims on paper. */
export const paperMarkRules = `
  /* Chromium takes seconds to print wavy lines. */
  mark.disputed { text-decoration: underline 3.2px var(--disputed); }
  mark.verified { text-decoration-thickness: 1.2px; }`;

/** Rules that print the glyph of a status before the claim's number. Screen readers skip it: the link names the status. */
export const statusGlyphRules = claimStatuses
  .map((status) => `  sup a.${status}::before { content: "${statusLooks[status].glyph} " / ""; }`)
  .join('\n');
