import type { PageMedium } from './styles/style-sheet';

/**
 * Font files that the report embeds: WOFF2, Latin, with a variable weight. Each is in base64 (RFC 4648, section 4) or a
 * `data:` address of it, as a bundler provides it.
 */
export interface ReportFonts {
  /** Source Serif 4, upright. */
  serif: string;
  /** Inter, upright. */
  sans: string;
  /** Source Serif 4, italic. Without it, the browser slants the upright font. */
  serifItalic?: string;
  /** One file per weight for print: Chromium prints variable fonts as drawings, which are slow to read back as text. */
  paper?: readonly PaperFont[];
}

interface PaperFont {
  family: 'serif' | 'sans';
  style: 'normal' | 'italic';
  weight: 400 | 600;
  file: string;
}

const families = { serif: 'Source Serif 4 Variable', sans: 'Inter Variable' } as const;

function buildFontFace(
  family: keyof typeof families,
  style: PaperFont['style'],
  weights: string,
  file: string,
  rules = '',
): string {
  const base64 = file.replace(/^data:[^,]*,/, '').replace(/[^A-Za-z0-9+/=]/g, '');
  return `@font-face { font-family: "${families[family]}"; font-style: ${style}; font-weight: ${weights}; ${rules}src: url(data:font/woff2;base64,${base64}) format("woff2"); }`;
}

/** Builds the CSS rules that embed the fonts. Browsers take a glyph that they lack from the next family of the list. */
export function buildFontFaces({ serif, sans, serifItalic, paper }: ReportFonts, medium: PageMedium): string {
  if (medium === 'paper' && paper)
    return paper
      .map(({ family, style, weight, file }) => buildFontFace(family, style, `${weight}`, file))
      .join('\n');
  return [
    buildFontFace('serif', 'normal', '200 900', serif),
    // All italics may be far from the window, so that printing begins before the font is loaded: another one takes its place then.
    serifItalic && buildFontFace('serif', 'italic', '200 900', serifItalic, 'font-display: swap; '),
    buildFontFace('sans', 'normal', '100 900', sans),
  ]
    .filter((rule) => rule !== undefined)
    .join('\n');
}
