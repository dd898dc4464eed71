/** In how many bits two texts of ASCII differ. */
export function countFlippedBits(one: string, other: string): number {
  const bytes = Buffer.from(other, 'latin1');
  return Buffer.from(one, 'latin1').reduce((count, byte, at) => {
    const difference = byte ^ (bytes[at] ?? 0);
    return count + difference.toString(2).replaceAll('0', '').length;
  }, 0);
}
