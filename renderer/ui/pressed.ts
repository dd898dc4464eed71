/** The letter pressed; on a keyboard without Latin letters, the one that stands there on a Latin keyboard. In lower case. */
export function pressed(event: KeyboardEvent): string {
  const place = /^Key([A-Z])$/.exec(event.code)?.[1];
  const foreign = event.key.length === 1 && event.key > '\u007f';
  return (foreign && place ? place : event.key).toLowerCase();
}
