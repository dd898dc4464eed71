import { isIri } from '../../../domain/web-annotation/iri';
import { breakRule, hasKey, isJsonObject, type JsonObject, joinPath, listValues } from './refusal';

/** A rule for a value, with the words for a message. */
interface Rule {
  is(value: unknown): boolean;
  expected: string;
}

const isString = (value: unknown): value is string => typeof value === 'string';

export const iri: Rule = { is: (value) => isString(value) && isIri(value), expected: 'an IRI' };

export const text: Rule = { is: isString, expected: 'a text' };

/** RFC 3339, as JSON Schema's `date-time`: a day that exists, a time and its distance from UTC. */
const dateTime =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

function isDateTime(value: unknown): boolean {
  const [, day = ''] = (isString(value) ? dateTime.exec(value) : null) ?? [];
  if (day === '') return false;
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

export const time: Rule = { is: isDateTime, expected: 'a date and time with its time zone' };

export const count: Rule = {
  is: (value) => Number.isInteger(value) && Number(value) >= 0,
  expected: 'a whole number from 0',
};

export const direction: Rule = {
  is: (value) => value === 'ltr' || value === 'rtl' || value === 'auto',
  expected: 'ltr, rtl or auto',
};

/** A media type (RFC 6838), perhaps with parameters. */
export const mediaType: Rule = {
  is: (value) => isString(value) && /^[a-z]+\/[^\s;/]+\s*(?:;.*)?$/i.test(value),
  expected: 'a media type',
};

export const language: Rule = {
  is: (value) => isString(value) && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(value),
  expected: 'a language code',
};

export const mailAddress: Rule = {
  is: (value) => isString(value) && /^mailto:/i.test(value) && isIri(value),
  expected: 'a mailto address',
};

/** An IRI, or an object, which is then checked by the caller. */
export const reference: Rule = {
  is: (value) => iri.is(value) || isJsonObject(value),
  expected: 'an IRI or an object',
};

/** A term of the model, or an IRI of somebody's own. */
export function oneOf(terms: readonly string[], noun: string): Rule {
  return { is: (value) => (isString(value) && terms.includes(value)) || iri.is(value), expected: noun };
}

/** Checks each value of a key that may occur any number of times. */
export function checkEach(object: JsonObject, key: string, rule: Rule, path: string): unknown[] {
  const values = listValues(object, key);
  const own = joinPath(path, key);
  if (hasKey(object, key) && values.length === 0) breakRule(own, 'is an empty list');
  for (const value of values) if (!rule.is(value)) breakRule(own, `is not ${rule.expected}`);
  return values;
}

/** Checks a key that may occur once at most. A list of one value counts as that value. Returns it, or undefined. */
export function checkOptional(object: JsonObject, key: string, rule: Rule, path: string): unknown {
  const values = checkEach(object, key, rule, path);
  if (values.length > 1) breakRule(joinPath(path, key), 'has more than one value');
  return values[0];
}

/** Checks a key that has to occur exactly once, and returns its value. */
export function checkRequired(object: JsonObject, key: string, rule: Rule, path: string): unknown {
  const value = checkOptional(object, key, rule, path);
  if (value === undefined) breakRule(joinPath(path, key), 'is missing');
  return value;
}

/** The types of an object, which has to be texts. */
export function checkTypes(object: JsonObject, path: string): string[] {
  return checkEach(object, 'type', text, path).filter(isString);
}
