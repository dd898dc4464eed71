import { type ClaimStatus, claimStatuses } from '../../verdict';

/** The orders of the list of claims. `changed` has the claim that was changed last at its top. */
export const claimOrders = ['place', 'verdict', 'changed'] as const;

export type ClaimOrder = (typeof claimOrders)[number];

/** When each claim was changed last, as a timestamp, by its id. */
export type LastChanges = ReadonlyMap<string, string>;

/** Sorts claims that are in the order of their places; equal ones stay in it. The list itself is not changed. */
export function sortClaims<T extends { claim: { id: string }; status: ClaimStatus }>(
  claims: readonly T[],
  order: ClaimOrder,
  lastChanges: LastChanges,
): readonly T[] {
  if (order === 'place') return claims;
  if (order === 'verdict')
    return claims.toSorted((a, b) => claimStatuses.indexOf(a.status) - claimStatuses.indexOf(b.status));
  const getTime = ({ claim }: T) => lastChanges.get(claim.id) ?? '';
  // Timestamps are all in the same form, so their text can be compared.
  return claims.toSorted((a, b) => {
    const [time, otherTime] = [getTime(a), getTime(b)];
    return time === otherTime ? 0 : time < otherTime ? 1 : -1;
  });
}
