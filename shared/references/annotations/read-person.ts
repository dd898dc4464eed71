import type { NamedSource } from '../../domain/proposed-evidence';
import { toFieldLine } from '../reference-fields';
import { findDate } from './dates';
import type { Found } from './locators';
import { type Contact, findNames, mask } from './people';

/** Words before the contact of the one who writes, who is no source: `call me 0171 …`, `my number is …`. */
const ownContact =
  /(?:\b(?:call|phone|ring|text|reach|mail|e-?mail|write(?: to)?|contact|ping|message|tell|ask)\s+(?:me|us)|\bmy\s+(?:own\s+)?(?:new\s+)?(?:number|phone|mobile|cell|e-?mail|address)|\b(?:ruf|rufe?t?|erreichst|erreichbar|melde?t?|schreib)\b[^.!?]{0,12}\b(?:mich|mir|uns)|\bmeine\s+(?:nummer|mail)|(?:appelle|appelez|écris|écrivez)[- ](?:moi|nous))(?![\p{L}])[^.!?;]{0,30}$/iu;

/** Farther words, in UTF-16 code units, are not beside a contact. */
const maxDistance = 60;
const contactLabel =
  /(?:[\s,;:(–-]*(?:private|personal|direct|work|home|office|her|his|their|privat)?\s*(?:tel(?:ephone|efon)?|(?:tele)?phone|ph|mob(?:ile|il)?|cell|fax|whatsapp|signal|number|nummer|e-?mail|mail|contact)?\.?:?\s*(?:on|at|under|via)?)?[\s,;:(<–-]*$/iu;
const role =
  /(?:^|[,;:(.!?]\s*|\b(?:with|to|from|by|asked|called|told|quelle|mit|von|avec)\s+)((?:the|a|an|our|der|die|das|dem|den|le|la|un|une)\s+\p{L}[\p{L}\p{M}’'-]*(?:\s\p{L}[\p{L}\p{M}’'-]*){0,3})$/iu;
const givenName =
  /\b(?:[Cc]all(?:ed)?|[Aa]sk(?:ed)?|[Pp]honed?|[Rr]ing|[Cc]ontact|[Ww]ith|[Tt]o|[Ff]rom|[Ii]nterviewed)\s+(\p{Lu}\p{Ll}[\p{L}’'-]*)(?:\s(?:on|at))?$/u;

/** Whether a contact is that of the one who writes. */
export function isOwnContact({ start }: Contact, part: string): boolean {
  return ownContact.test(part.slice(Math.max(0, start - 80), start));
}

/** Whether only words of the same sentence, and few of them, lie between a name and a contact. */
function isBeside(between: string): boolean {
  return between.length <= maxDistance && !/[.!?]\s+\p{Lu}/u.test(between);
}

/** Finds the role or the given name before a contact, behind which labels and a date may stand: `the mayor, 14 Nov, phone …`. */
function findRole(before: string): string | null {
  const parts = before
    .slice(-160)
    .replace(contactLabel, '')
    .split(/(?<=,)\s/);
  for (let count = parts.length; count > 0 && parts.length - count < 3; count -= 1) {
    const text = parts
      .slice(0, count)
      .join(' ')
      .replace(/[\s,]+$/, '');
    const found = role.exec(text)?.[1] ?? givenName.exec(text)?.[1];
    if (found !== undefined) return found;
    if (!/\d/.test(parts[count - 1] ?? '')) return null;
  }
  return null;
}

function findName(contacts: readonly Contact[], part: string): string | null {
  const start = contacts[0]?.start ?? 0;
  const end = contacts.at(-1)?.end ?? 0;
  const names = findNames(contacts.reduce((rest, found) => mask(rest, found.start, found.end), part));
  const before = names.findLast((name) => name.end <= start && isBeside(part.slice(name.end, start)));
  if (before) return before.text;
  const named = findRole(part.slice(0, start));
  if (named !== null) return named.charAt(0).toUpperCase() + named.slice(1);
  return (
    names.find((name: Found) => name.start >= end && isBeside(part.slice(end, name.start)))?.text ?? null
  );
}

/**
 * Reads the person whom contacts belong to: the name or the role beside them, and when somebody spoke to them. The name is null where none
 * is there: a contact is no name, because names are shown in many places. A person is confidential until the checker says otherwise.
 */
export function readPerson(contacts: readonly Contact[], part: string): Partial<NamedSource> {
  const rest = contacts.reduce((text, { start, end }) => mask(text, start, end), part);
  const name = findName(contacts, part);
  return {
    kind: 'person',
    title: name === null ? null : (toFieldLine(name) ?? null),
    contact: toFieldLine(contacts.map(({ text }) => text).join(', ')) ?? null,
    accessedAt: findDate(rest) ?? null,
    confidential: true,
  };
}
