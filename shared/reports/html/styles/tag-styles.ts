import { type TagColor, tagColors } from '../../../domain/tag';

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

function buildColorTokens(colors: Readonly<Record<TagColor, string>>): string {
  return tagColors.map((color) => `--tag-${color}: ${colors[color]};`).join(' ');
}

export const lightTagColors = buildColorTokens(lightColors);
export const darkTagColors = buildColorTokens(darkColors);

/** Rules for the dot before the name of a tag. */
export const tagRules = `
.tag::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-inline-end: 4px; border-radius: 50%; background: var(--tag); }
@media (forced-colors: active) { .tag::before { border: 1px solid CanvasText; forced-color-adjust: none; } }
${tagColors.map((color) => `[data-color="${color}"] { --tag: var(--tag-${color}); }`).join(' ')}`;
