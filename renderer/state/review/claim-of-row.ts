/** The claim of the row of the list of claims that an element is in; null when it is in none. */
export function claimOfRow(element: Element | null): string | null {
  return element?.closest('[data-claim-row]')?.getAttribute('data-claim') ?? null;
}
