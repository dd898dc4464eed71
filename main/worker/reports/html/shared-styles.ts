import { type TagColor, tagColors } from '#shared/domain/base/tag.ts';
import { type ClaimStatus, claimStatuses, statusLooks, verdicts } from '#shared/domain/base/verdict.ts';

const statuses: readonly ClaimStatus[] = [...verdicts, 'recheck'];

function buildStatusTokens(theme: 'light' | 'dark'): string {
  return statuses.map((status) => `--${status}: ${statusLooks[status].color[theme]};`).join(' ');
}

export const lightStatusColors = buildStatusTokens('light');
export const darkStatusColors = buildStatusTokens('dark');

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

/** Chromium takes seconds to print wavy lines. */
const straightRules = statuses
  .filter((status) => statusLooks[status].line?.startsWith('wavy'))
  .map((status) => `  mark.${status} { text-decoration: underline 3.2px var(--${status}); }`)
  .join('\n');

/** Rules for underlined claims on paper. */
export const paperMarkRules = `
  /* Chromium takes seconds to print wavy lines. */
${straightRules}
  mark.verified { text-decoration-thickness: 1.2px; }`;

/** Rules that print the glyph of a status before the claim's number. Screen readers skip it: the link names the status. */
export const statusGlyphRules = claimStatuses
  .map((status) => `  sup a.${status}::before { content: "${statusLooks[status].glyph} " / ""; }`)
  .join('\n');

const lightColors: Readonly<Record<TagColor, string>> = {
  red: '#b3342c',
  orange: '#b05a10',
  yellow: '#857000',
  green: '#2b7533',
  teal: '#0a7272',
  blue: '#2763a5',
  purple: '#7238b0',
  grey: '#676f7a',
};

const darkColors: Readonly<Record<TagColor, string>> = {
  red: '#f2938b',
  orange: '#eda362',
  yellow: '#d9c254',
  green: '#7fc784',
  teal: '#5fc6c2',
  blue: '#85b6f0',
  purple: '#c6a0f2',
  grey: '#a8b0bb',
};

function buildTagTokens(colors: Readonly<Record<TagColor, string>>): string {
  return tagColors.map((color) => `--tag-${color}: ${colors[color]};`).join(' ');
}

export const lightTagColors = buildTagTokens(lightColors);
export const darkTagColors = buildTagTokens(darkColors);

/** Rules for the dot before the name of a tag. */
export const tagRules = `
.tag::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-inline-end: 4px; border-radius: 50%; background: var(--tag); }
@media (forced-colors: active) { .tag::before { border: 1px solid CanvasText; forced-color-adjust: none; } }
${tagColors.map((color) => `[data-color="${color}"] { --tag: var(--tag-${color}); }`).join(' ')}`;

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

/**
 * Where a heading of a PDF breaks, Chromium drops the space, in the bookmarks and in the tags as well. With `pre-wrap` it stays at the
 * end of the line.
 */
export const paperHeadingRules = 'h1, .article :is(h3, h4, h5, h6) { white-space: pre-wrap; }';

/** Colours, sizes and fonts are those of the app (renderer/window/ui/styles/tokens.css). */
export const lightTokens = `
:root {
  color-scheme: light;
  --serif: "Source Serif 4 Variable", "Source Serif 4", Charter, Georgia, serif;
  --sans: "Inter Variable", Inter, system-ui, sans-serif;
  --paper: #fffdf9; --line: #e2ded4; --ink: #1d1b18; --faint: #b5afa2; --muted: #67625a; --accent: #2a5b8c;
  ${lightStatusColors}
  ${lightTagColors}
  --recheck-wash: #f2eafb; --target: #e9eff6;
}`;

/** Colours on a screen when the reader's system has a dark theme. */
export const darkTokens = `
:root { color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1a18; --line: #35322d; --ink: #ece8e0; --faint: #6b665c; --muted: #a8a296; --accent: #8db8e6;
    ${darkStatusColors}
    ${darkTagColors}
    --recheck-wash: #31263f; --target: #24303d;
  }
}`;
