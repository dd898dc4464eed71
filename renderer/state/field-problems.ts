/** What is said of a field that does not parse, in every form alike. */
export const urlProblem = 'Only http, https, doi and mailto addresses are taken.';
export const dateProblem = 'A date is a year, 2026, a month, 2026-11, or a day, 2026-11-24.';
