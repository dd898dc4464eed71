const format = new Intl.NumberFormat('en-GB');

/** A number with a comma between thousands: `104,936`. */
export function formatNumber(value: number): string {
  return format.format(value);
}
