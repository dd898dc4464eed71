/** The violations of one condition: none when it holds, else its message. */
export function unless(holds: boolean, message: string): string[] {
  return holds ? [] : [message];
}

/** Thrown when a law stays broken, or a command can't be performed: the walk has found a bug. */
export class LawViolation extends Error {
  override name = 'LawViolation';
}
