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
