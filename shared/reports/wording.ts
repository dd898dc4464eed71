import { standingLooks } from '../domain/verdict';
import type { Report, ReportClaim } from './report-model';

/** Ends a text like a sentence: with a full stop, unless it has its own end already. */
export function sentence(text: string): string {
  return /[.!?…]["'”’)]*\s*$/.test(text) ? text : `${text}.`;
}

/** Words put in quotes. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** `1 claim`, `2 claims`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `Ada, Bo and Cy`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Who checked the article; nobody did as long as no claim has a verdict. */
export function checkers({ claims, checkedBy }: Report): string {
  if (claims.every(({ judged }) => judged === null)) return 'Nothing checked yet';
  return `Checked by ${checkedBy.length === 0 ? 'the reviewer' : listed(checkedBy)}`;
}

const reasons = {
  words: 'its words have changed since',
  sentence: 'its sentence has changed since',
  source: 'a source it rests on was withdrawn or found wrong',
};

/** Why a claim has to be checked again, with the verdict it had: null when it stands. */
export function recheckWords({ standing, verdict, recheck }: ReportClaim): string | null {
  if (standing !== 'recheck') return null;
  return `It was ${standingLooks[verdict].inSentence}; ${listed(recheck.map((reason) => reasons[reason]))}.`;
}
