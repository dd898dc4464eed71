const units = ['byte', 'kB', 'MB', 'GB'];

/** A size in bytes in words: decimal units (IEC 80000-13), one digit after the point below ten. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let size = bytes;
  let unit = 0;
  // Half a last digit below the next unit is that unit already: 999,950 bytes are not "1000 kB".
  while (unit < units.length - 1 && size >= 999.5) {
    size /= 1_000;
    unit += 1;
  }
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
