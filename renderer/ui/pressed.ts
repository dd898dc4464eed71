/**
 * The letter or figure pressed, in lower case; on a keyboard that has others there, as one without Latin letters, or the
 * French one with its figures under Shift, the one that stands there elsewhere.
 */
export function pressed(event: KeyboardEvent): string {
  const place = /^(?:Key|Digit)([A-Z\d])$/.exec(event.code)?.[1];
  const foreign = event.key.length === 1 && event.key > '\u007f';
  return (foreign && place ? place : event.key).toLowerCase();
}
