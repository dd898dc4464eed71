/** Whether the text of a list item brings its own number (`7. …`, `b) …`, `iv. …`), and so needs no bullet. */
export function hasOwnNumber(text: string): boolean {
  // A capital letter with a full stop is rather the initial of a name.
  return /^(?:\d+|[a-z]|[ivxlc]{2,6})[.)]\s|^[A-Z]\)\s/.test(text);
}
