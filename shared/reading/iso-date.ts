/**
 * Formats year, month and day as an ISO 8601 date of that precision. An invalid month or day is left out. Undefined when the
 * year does not have four digits.
 */
export function toIsoDate(parts: readonly (number | undefined)[]): string | undefined {
  const [year, month, day] = parts;
  const hasYear = year && Number.isInteger(year) && year >= 1_000 && year <= 9_999;
  if (!hasYear) return undefined;
  if (!month || !Number.isInteger(month) || month < 1 || month > 12) return String(year);
  const yearAndMonth = `${year}-${String(month).padStart(2, '0')}`;
  // Day 0 of the next month is the last day of this one.
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!day || !Number.isInteger(day) || day < 1 || day > lastDay) return yearAndMonth;
  return `${yearAndMonth}-${String(day).padStart(2, '0')}`;
}
