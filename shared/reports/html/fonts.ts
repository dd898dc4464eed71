import type { Medium } from './styles';

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
  /** For paper, a file for each weight: letters of a variable one are printed as drawings, which are slow to read back. */
  paper?: readonly PaperFace[];
}

interface PaperFace {
  family: 'serif' | 'sans';
  style: 'normal' | 'italic';
  weight: 400 | 600;
  file: string;
}

const families = { serif: 'Source Serif 4 Variable', sans: 'Inter Variable' } as const;

function face(
  family: keyof typeof families,
  style: PaperFace['style'],
  weights: string,
  file: string,
): string {
  const data = file.replace(/^data:[^,]*,/, '').replace(/[^A-Za-z0-9+/=]/g, '');
  return `@font-face { font-family: "${families[family]}"; font-style: ${style}; font-weight: ${weights}; src: url(data:font/woff2;base64,${data}) format("woff2"); }`;
}

/** The rules that bring the fonts in; a reader without a letter in them gets the next family of the list. */
export function fontFaces({ serif, sans, serifItalic, paper }: ReportFonts, medium: Medium): string {
  if (medium === 'paper' && paper)
    return paper.map(({ family, style, weight, file }) => face(family, style, `${weight}`, file)).join('\n');
  return [
    face('serif', 'normal', '200 900', serif),
    serifItalic && face('serif', 'italic', '200 900', serifItalic),
    face('sans', 'normal', '100 900', sans),
  ]
    .filter((rule) => rule !== undefined)
    .join('\n');
}
