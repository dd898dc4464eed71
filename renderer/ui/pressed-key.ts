/**
 * The letter or digit that was pressed, in lower case, or the name of another key, such as `space`. On a layout without that character on the key,
 * such as a Cyrillic one or the French one with its digits under Shift, it is the character of the US layout.
 */
export function getPressedKey(event: KeyboardEvent): string {
  if (event.key === ' ') return 'space';
  const usCharacter = /^(?:Key|Digit)([A-Z\d])$/.exec(event.code)?.[1];
  const isNonAscii = event.key.length === 1 && event.key > '\u007f';
  return (isNonAscii && usCharacter ? usCharacter : event.key).toLowerCase();
}
