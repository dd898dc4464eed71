/** Folds a text for searching: lower case, and without compatibility forms and accents. Offsets change. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase();
}

/** The words of a query, each folded by `foldForSearch`. */
export function foldQueryWords(query: string): string[] {
  return foldForSearch(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}
