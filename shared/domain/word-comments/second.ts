/** The second of an RFC 3339 time in UTC, as its first characters: Word files have no parts of seconds. */
export const getSecond = (at: string) => at.slice(0, 'YYYY-MM-DDThh:mm:ss'.length);
