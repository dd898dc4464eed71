/**
 * Returns the list itself, typed by its members. Does not compile if the list leaves out a member of the union `T`:
 * `listAll<Side>()(['left', 'right'])`.
 */
export function listAll<T extends string>() {
  return <const L extends readonly T[]>(list: [T] extends [L[number]] ? L : never): L => list;
}
