/** The claim whose row in the list of claims contains the element; null outside of such rows. */
export function getClaimIdOfRow(element: Element | null): string | null {
  return element?.closest('[data-claim-row]')?.getAttribute('data-claim') ?? null;
}
