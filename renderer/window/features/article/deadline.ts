/** A deadline (RFC 3339) as a field for local date and time has it; '' without one. */
export function toDeadlineInput(deadline: string | null): string {
  if (deadline === null) return '';
  const date = new Date(deadline);
  const pad = (number: number) => String(number).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** The deadline that was chosen in such a field, in UTC; null where it is empty. */
export function parseDeadlineInput(value: string): string | null {
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
