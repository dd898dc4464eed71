/** Error messages for fields that do not parse, the same in every form. */
export const invalidUrlMessage = 'Only http, https, doi and mailto addresses are accepted.';
export const invalidDateMessage = 'A date is a year, 2026, a month, 2026-11, or a day, 2026-11-24.';
