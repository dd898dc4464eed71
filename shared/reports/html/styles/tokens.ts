import { darkStatusColors, lightStatusColors } from './status-styles';
import { darkTagColors, lightTagColors } from './tag-styles';

/** Colours, sizes and fonts are those of the app (renderer/ui/styles/tokens.css). */
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
