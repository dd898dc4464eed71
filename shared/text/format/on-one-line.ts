/** The words on one line: every run of white space as one space, none at the ends. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
