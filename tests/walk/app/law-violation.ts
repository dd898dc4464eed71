/** Thrown when a law stays broken, or a command can't be performed: the walk has found a bug. */
export class LawViolation extends Error {
  override name = 'LawViolation';
}
