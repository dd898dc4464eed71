/** Groups items that follow each other: one joins the last group where `joins` holds for the last and the first item of it. */
export function groupNeighbours<T>(
  items: Iterable<T>,
  joins: (last: T, item: T, first: T) => boolean,
): T[][] {
  const groups: [T, ...T[]][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && joins(group.at(-1) ?? group[0], item, group[0])) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
