/** Whether the text of a list item brings its own number (`7. …`, `7) …`), and so needs no bullet. */
export function hasOwnNumber(text: string): boolean {
  return /^\d+[.)]\s/.test(text);
}
