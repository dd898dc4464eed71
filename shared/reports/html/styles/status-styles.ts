import { type ClaimStatus, claimStatuses, statusLooks } from '../../../domain/verdict';

const lightColors: Readonly<Record<ClaimStatus, string>> = {
  verified: '#1c7348',
  disputed: '#b0281f',
  unverifiable: '#85590a',
  unchecked: '#566070',
  recheck: '#7238b0',
};

const darkColors: Readonly<Record<ClaimStatus, string>> = {
  verified: '#63c595',
  disputed: '#f28b82',
  unverifiable: '#e2b45f',
  unchecked: '#a0abba',
  recheck: '#c6a0f2',
};

/** Each status has an underline of its own, so that colour is never the only difference. */
const underlines: Readonly<Record<ClaimStatus, string>> = {
  verified: 'text-decoration-color: var(--verified);',
  disputed: 'text-decoration: underline wavy 1.4px var(--disputed);',
  unverifiable: 'text-decoration: underline dashed 2px var(--unverifiable);',
  unchecked: 'text-decoration: underline dotted 2px var(--unchecked);',
  recheck: 'text-decoration: underline double 1.4px var(--recheck); background: var(--recheck-wash);',
};

const statuses = Object.keys(underlines);

function buildColorTokens(colors: Readonly<Record<ClaimStatus, string>>): string {
  return Object.entries(colors)
    .map(([status, color]) => `--${status}: ${color};`)
    .join(' ');
}

export const lightStatusColors = buildColorTokens(lightColors);
export const darkStatusColors = buildColorTokens(darkColors);

/** Rules that colour text by the status in its class, three to a line. */
export const statusColorRules = statuses
  .map((status, index) => `.${status} { color: var(--${status}); }${index % 3 === 2 ? '\n' : ' '}`)
  .join('')
  .trim();

const underlineRules = Object.entries(underlines).map(([status, style]) => `mark.${status} { ${style} }`);
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
