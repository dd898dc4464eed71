import type { Found } from './locators.ts';

/** A telephone number or an e-mail address in a text, in UTF-16 offsets. */
export type Contact = Found;

const email = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}/gu;
/** Digits, with the characters that people write between them. */
const digits = /(?<![\p{L}\p{N}.,/:§#-])(?:\+|\()?\d[\d \u00a0()./-]{5,22}\d(?![\p{L}\p{N}]|[.,]\d)/gu;
const telephoneLabel =
  /(?<![\p{L}\p{N}])(?:tel(?:ephone|efon)?|(?:tele)?phone|ph|mob(?:ile)?|mobil|cell|call(?:ed)?|fax|whatsapp|signal|[tm])\.?:?\s*$/iu;
/** Dates, ranges of years and long figures are not telephone numbers. */
const otherNumbers =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}\s?[-–/]\s?\d{2,4}|\d{1,3}(?:[ \u00a0.]\d{3})+|\d{1,2}\.\d{1,2}\.\s?\d{2,4})$/;
const minDigits = 7;
const maxDigits = 15;

/** Whether digits are a telephone number (E.164 allows 15 digits): they begin with `+`, `0` or `(`, come in groups, or are called one. */
function isTelephone(found: string, before: string): boolean {
  const count = found.replace(/\D/g, '').length;
  if (count < minDigits || count > maxDigits) return false;
  const isLabelled = telephoneLabel.test(before);
  if (otherNumbers.test(found) && !isLabelled) return false;
  return isLabelled || /^(?:\+|00|\(|0\d)/.test(found) || /^\d{3}[ .-]\d{3}[ .-]\d{4}$/.test(found);
}

/** Finds the e-mail addresses and telephone numbers in a text, in order. */
export function findContacts(text: string): Contact[] {
  const toContact = ({ 0: found, index }: RegExpMatchArray & { index: number }): Contact => {
    return { start: index, end: index + found.length, text: found };
  };
  const mails = Array.from(text.matchAll(email), toContact);
  const withoutMails = mails.reduce((rest, { start, end }) => mask(rest, start, end), text);
  const telephones = Array.from(withoutMails.matchAll(digits), toContact).filter(({ start, text: found }) =>
    isTelephone(found, text.slice(Math.max(0, start - 14), start)),
  );
  return [...mails, ...telephones].sort((a, b) => a.start - b.start);
}

/** Replaces a part of a text by spaces, so that the offsets of the rest stay. */
export function mask(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
}

const namePart = "\\p{Lu}[\\p{L}\\p{M}’'-]*\\.?";
const particle = '(?:de|del|della|der|den|di|da|dos|du|el|al|bin|ibn|la|le|ten|ter|van|von|vom|zu)';
const personName = new RegExp(
  `(?<![\\p{L}\\p{N}])${namePart}(?: (?:${particle} ){0,2}${namePart}){1,3}`,
  'gu',
);
/** Capitalized words at the start of a note that are not part of a name. */
const leadingWord =
  /^(?:Interview|Interviewed|Phone|Phoned|Called|Call|Spoke|Source|Email|Mail|E-mail|From|See|Per|Ask|Contact|Quelle|Tel|Telephone|Mobile|Via|According|The|This|Confirmed|Told|Dr|Prof|Mr|Mrs|Ms|With)\.?,? /u;

function trimLeadingWords(found: Found): Found | null {
  const lead = leadingWord.exec(found.text)?.[0].length ?? 0;
  if (lead === 0) return /\s/.test(found.text) ? found : null;
  // Per is a given name as well: `Per Dahl`.
  if (/^Per \S+$/u.test(found.text)) return found;
  return trimLeadingWords({ start: found.start + lead, end: found.end, text: found.text.slice(lead) });
}

/** Finds what looks like the names of people in a text, in order: capitalized words that follow one another. */
export function findNames(text: string): Found[] {
  return Array.from(text.matchAll(personName), ({ 0: found, index }): Found => {
    const name = found.replace(/(?<=\p{L}{2})\.$/u, '');
    return { start: index, end: index + name.length, text: name };
  }).flatMap((name) => trimLeadingWords(name) ?? []);
}
