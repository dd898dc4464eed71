import { toPrintable } from '../../../../../shared/reports/printable';

/** Makes any string text that XML can hold (XML 1.0, 2.2): as in all reports, and form feeds become a visible symbol as well. */
export function toXmlText(text: string): string {
  return toPrintable(text).replaceAll('\f', '\u240c');
}
