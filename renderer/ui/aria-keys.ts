/** The value of `aria-keyshortcuts` for a key as it is shown, such as `Ctrl+Shift+E` or `⇧⌘E`. */
export function toAriaKeys(shown: string | undefined): string | undefined {
  return shown?.replace('Ctrl+', 'Control+').replace('⇧', 'Shift+').replace('⌘', 'Meta+');
}
