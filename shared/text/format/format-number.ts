const format = new Intl.NumberFormat('en-GB');

/** A number as people read it, with a comma between thousands: `104,936`. */
export function shownNumber(value: number): string {
  return format.format(value);
}
