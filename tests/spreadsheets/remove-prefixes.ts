import { neutralizeFormulas } from '#main/worker/reports/tables/render-csv.ts';

const formulaPrefix = /(^|[,;|\t\n"'])([^\S\t\n]*)'(?=[=+\-@＝＋－＠])/g;

/** Removes the prefixes of a neutralized text. */
export function removePrefixes(text: string): string {
  const withoutFirst = text.slice(1).replace(formulaPrefix, '$1$2');
  // A prefix of the whole text stands before all others.
  if (text.startsWith("'") && neutralizeFormulas(withoutFirst) === text) return withoutFirst;
  return text.replace(formulaPrefix, '$1$2');
}
