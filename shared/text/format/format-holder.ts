/** Where a library is open for editing, to follow “open” and the like: by the name of the computer, and whether it is this one. */
export function formatHolder({ host, isHere }: { host: string; isHere: boolean }): string {
  return isHere ? `in another Stet on this computer (${host})` : `on ${host}`;
}
