/** A list or a check box of a form as Word had them before content controls (ECMA-376, part 1: 17.16.5.20 and 17.16.5.22). */
export interface FormField {
  /** The entries of a list; null for a check box. */
  entries: readonly string[] | null;
  /** The index of the entry that is chosen, or 1 for a box that is checked; null where the file does not say. */
  result: number | null;
}

/** The result in `.doc` and `.rtf` that stands for none; the default counts then. */
const noResult = 25;

export function chooseResult(result: number | null, byDefault: number | null): number | null {
  return result === null || result === noResult ? byDefault : result;
}

/** Whether a field is a list or a check box of a form, whose result has no text. */
export function isFormField(instruction: string): boolean {
  return /^\s*FORM(?:DROPDOWN|CHECKBOX)\b/i.test(instruction);
}

/** The text that a form field shows, a chosen entry or a box; null where the file does not hold it. */
export function readFormField({ entries, result }: FormField): string | null {
  if (entries === null) return result === null ? null : result === 1 ? '☒' : '☐';
  const entry = entries[result ?? 0]?.trim() ?? '';
  return entry === '' ? null : entry;
}
