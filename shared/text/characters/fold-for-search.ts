/** Text as it is searched: one case, compatibility forms and accents put aside. */
export function searchable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase();
}

/** The words of a query, as `searchable` makes them. */
export function searchWords(query: string): string[] {
  return searchable(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}
