/** The offset of the bracket that closes the one at `start`; null when none does. A backslash makes a bracket text. */
function findClosing(code: string, start: number): number | null {
  let depth = 0;
  for (let index = start; index < code.length; index += 1) {
    const character = code.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return index;
  }
  return null;
}

/**
 * The words of an EQ field that sets a reading above East Asian characters (ECMA-376, part 1: 17.16.5.14), such as
 * `EQ \* jc2 \* hps10 \o\ad(\s\up 9(かんじ),漢字)`: the characters, then the reading in brackets, as where ruby can't be shown.
 * Null for any other field.
 */
export function readRubyField(instruction: string): string | null {
  const start = /^\s*EQ\b[^(]*\\o\s*(?:\\a[lrcd]\s*)?\(\s*\\s\s*\\up\s*\d*\s*\(/i.exec(instruction)?.[0]
    .length;
  if (start === undefined) return null;
  const end = findClosing(instruction, start - 1);
  const [, base] = /^\)\s*[,;]\s*(.+)\)\s*$/s.exec(instruction.slice(end ?? instruction.length)) ?? [];
  if (end === null || base === undefined) return null;
  return `${base}(${instruction.slice(start, end)})`;
}

/** Whether a field is an equation. */
export function isEquationField(instruction: string): boolean {
  return /^\s*EQ\b/i.test(instruction);
}
