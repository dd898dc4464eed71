import { canOpenUrl, toBrowserUrl } from '../../../domain/primitives';
import { type ReportText, reshape, splitText } from '../../origin/report-text';
import type { ReviewerField } from '../../wording/reviewer-fields';
import type { PlanLine, PlanRun } from '../planned';
import { toXmlText } from '../xml-text';

/** How a text of a plan is set, and whose words it is. */
interface RunStyle {
  isBold?: boolean;
  /** Any address: one that may not be opened makes no link. */
  url?: ReportText | null;
  field?: ReviewerField | null;
}

/** Makes a run; line breaks in its text become spaces. */
export function createRun(
  text: ReportText,
  { isBold = false, url = null, field = null }: RunStyle = {},
): PlanRun {
  return {
    text: reshape(text, (words) =>
      /[\n\r]/.test(words) ? toXmlText(words).replace(/\s*[\n\r]+\s*/g, ' ') : toXmlText(words),
    ),
    isBold,
    href: url !== null && canOpenUrl(url) ? reshape(url, toBrowserUrl) : null,
    ...(field !== null && { field }),
  };
}

/** Makes a line for each line of a text. */
export function createLines(text: ReportText, style?: RunStyle): PlanLine[] {
  return splitText(text, /\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => [createRun(line, style)]);
}
