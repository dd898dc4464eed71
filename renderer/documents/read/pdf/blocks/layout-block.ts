import type { Block } from '#shared/domain/base/draft.ts';
import type { Line } from '../lines/build-lines.ts';

/** The end of a sentence, or of what announces a list. */
export const endsSentence = /[.!?…:。！？][)"'”’»\]]*$/;

const bullet = /^(?:[•◦▪▫‣●○■□◆◇➢➤✓✔❖∙⁃\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf02d]\s*|[-–*·]\s+(?=\S))/u;
const listNumber = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)]|\[\d{1,3}\])\s+(?=\S)/u;

/** The bullet at the start of a text with the spaces after it, or an empty string. */
export function matchBullet(text: string): string {
  return bullet.exec(text)?.[0] ?? '';
}

/** The list number at the start of a text with the spaces after it, or an empty string. */
export function matchListNumber(text: string): string {
  return listNumber.exec(text)?.[0] ?? '';
}

/** The dots that lead from an entry of a table of contents to its page. */
const dotLeader = String.raw`\s*(?:[.·]\s?){4,}`;
const contentsEntry = new RegExp(String.raw`${dotLeader}(?=\s*[\divxlc]*$)`, 'iu');
const allDotLeaders = new RegExp(dotLeader, 'gu');

/** Whether a line is an entry of a table of contents. */
export function isContentsEntry(text: string): boolean {
  return contentsEntry.test(text);
}

export function replaceDotLeaders(text: string, replacement: string): string {
  return text.replace(allDotLeaders, replacement);
}

const captionLabel =
  /^(?:fig(?:ure|\.)|table|tab\.|chart|map|photo|plate|exhibit|box|scheme|listing|graphic|abbildung|abb\.|tabelle|tableau|figura|cuadro|tabla|foto|図|表|图)\s*[A-Z]?\d+(?:[.-]\d+)*[a-z]?/iu;

/** Whether a text is a caption: it begins with a label and number, and its style or a punctuation mark sets that apart. */
export function isCaption(text: string, isSetApart: boolean): boolean {
  const label = captionLabel.exec(text)?.[0];
  return label !== undefined && (isSetApart || /^\s*(?:[.:|–—]|$)/u.test(text.slice(label.length)));
}

/** Lines that belong to one block of the draft. */
export interface LineGroup {
  lines: Line[];
  /** The lines that the author began on a new line. */
  breaks: Set<Line>;
  isTableRow: boolean;
}

/** A block of the draft while its kind and its lines are being worked out. */
export interface LayoutBlock extends LineGroup {
  kind: Block['kind'];
  /** Level of a heading, 1 to 6. */
  level: number | null;
  text: string;
  /** Font size of the first line, in points. */
  size: number;
  isBold: boolean;
  /** Label of a note, by which references find it; null for a note without one. */
  note: { label: string; name: string } | null;
}
