/** FNV-1a of the code units of an id, which are ASCII: 32 bits. */
function hashId(id: string): number {
  let hash = 0x811c9dc5;
  for (const unit of id) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

/**
 * The durable id of the comment that a Word report makes of a claim ([MS-DOCX] 2.5.4.5, `w16cid:durableId`): eight upper-case
 * hexadecimal digits, below 7FFFFFFF and never zero. The same claim has the same id in each report, so that its comment is recognised
 * when the file comes back; nothing has to be stored for that.
 */
export function getDurableId(claimId: string): string {
  const value = (hashId(claimId) % 0x7ffffffe) + 1;
  return value.toString(16).toUpperCase().padStart(8, '0');
}
