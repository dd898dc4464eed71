const units = ['byte', 'kB', 'MB', 'GB'];

/** A number of bytes in decimal units (IEC 80000-13), with one digit after the point below ten: `9.9 kB`. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let size = bytes;
  let unit = 0;
  // A size that would round up to 1000 belongs to the next unit already: 999,950 bytes are not "1000 kB".
  while (unit < units.length - 1 && size >= 999.5) {
    size /= 1_000;
    unit += 1;
  }
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
