/** Whether a value of unknown origin is what its type says. */
export type Guard<T> = (value: unknown) => value is T;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** A whole number that is not negative. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

export function isOneOf<T>(values: readonly T[]): Guard<T> {
  return (value): value is T => values.some((known) => known === value);
}

export function isNullOr<T>(isValue: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || isValue(value);
}

export function isListOf<T>(isItem: Guard<T>): Guard<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(isItem);
}

/** An object whose every own field is such a value. */
export function isRecordOf<T>(isField: Guard<T>): Guard<Record<string, T>> {
  return (value): value is Record<string, T> => isRecord(value) && Object.values(value).every(isField);
}

/** An object with these fields. Others are not looked at. */
export function isObject<T extends object>(guards: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T> {
  const fields: [string, Guard<unknown>][] = Object.entries(guards);
  return (value): value is T =>
    isRecord(value) && fields.every(([name, isField]) => Object.hasOwn(value, name) && isField(value[name]));
}
