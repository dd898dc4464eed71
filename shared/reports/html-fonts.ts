/**
 * Font files that travel inside the report: WOFF2, Latin, variable in weight, in base64 (RFC 4648, 4) or as a `data:` address
 * of it, as a bundler has them.
 */
export interface ReportFonts {
  /** Source Serif 4, upright. */
  serif: string;
  /** Inter, upright. */
  sans: string;
  /** Source Serif 4, italic; without it the upright one is slanted. */
  serifItalic?: string;
}

function face(family: string, style: 'normal' | 'italic', weights: string, file: string): string {
  const data = file.replace(/^data:[^,]*,/, '').replace(/[^A-Za-z0-9+/=]/g, '');
  return `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: ${weights}; src: url(data:font/woff2;base64,${data}) format("woff2"); }`;
}

/** The rules that bring the fonts in; a reader without a letter in them gets the next family of the list. */
export function fontFaces({ serif, sans, serifItalic }: ReportFonts): string {
  return [
    face('Source Serif 4 Variable', 'normal', '200 900', serif),
    serifItalic && face('Source Serif 4 Variable', 'italic', '200 900', serifItalic),
    face('Inter Variable', 'normal', '100 900', sans),
  ]
    .filter((rule) => rule !== undefined)
    .join('\n');
}
