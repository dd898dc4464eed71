/**
 * The time at which a comment was written as a timestamp. Word processors write the time of the author's clock, mostly without a
 * zone; like Word, which adds a Z to it, this takes it as it stands. Null when it is no time.
 */
export function toCommentTime(text: string): string | null {
  const [, date, time] = /^\s*(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)/.exec(text) ?? [];
  if (date === undefined || time === undefined) return null;
  const parsed = new Date(`${date}T${time}Z`);
  return Number.isNaN(parsed.getTime()) ? null : parsed.toISOString();
}

/** A time of Word as one number ([MS-DOC] 2.9.73, DTTM): minute, hour, day, month and year in bits from the lowest. */
export function readWordTime(time: number): string | null {
  const bits = (start: number, length: number) => (time >>> start) & (2 ** length - 1);
  if (time === 0 || Number.isNaN(time)) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${1900 + bits(20, 9)}-${two(bits(16, 4))}-${two(bits(11, 5))}`;
  return toCommentTime(`${date}T${two(bits(6, 5))}:${two(bits(0, 6))}`);
}
