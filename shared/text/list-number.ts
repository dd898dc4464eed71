/** Whether the text of a list item starts with a number of its own (`7. …`, `b) …`, `iv. …`), and so needs no bullet. */
export function startsWithListNumber(text: string): boolean {
  // A capital letter with a full stop is more likely the initial of a name.
  return /^(?:\d+|[a-z]|[ivxlc]{2,6})[.)]\s|^[A-Z]\)\s/.test(text);
}
