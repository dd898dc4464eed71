import { canOpenUrl, toBrowserUrl } from '../../../domain/url';
import type { ReviewerField } from '../../wording/reviewer-fields';
import type { PlanLine, PlanRun } from '../word-plan';
import { toXmlText } from '../xml-text';

/** How a text of a plan is set, and whose words it is. */
interface RunStyle {
  isBold?: boolean;
  /** Any address: one that may not be opened makes no link. */
  url?: string | null;
  field?: ReviewerField | null;
}

/** Makes a run; line breaks in its text become spaces. */
export function createRun(
  text: string,
  { isBold = false, url = null, field = null }: RunStyle = {},
): PlanRun {
  return {
    text: toXmlText(text).replace(/\s*[\n\r]+\s*/g, ' '),
    isBold,
    href: url !== null && canOpenUrl(url) ? toBrowserUrl(url) : null,
    ...(field !== null && { field }),
  };
}

/** Makes a line for each line of a text. */
export function createLines(text: string, style?: RunStyle): PlanLine[] {
  return text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => [createRun(line, style)]);
}
