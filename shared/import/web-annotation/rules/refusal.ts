/** A part of a file that breaks a rule of the Web Annotation Data Model. The message completes "It is no Web Annotation: ". */
export class RuleError extends Error {}

/** Refuses a part of the file. `path` names it, such as `target.selector`; '' is the whole. */
export function breakRule(path: string, problem: string): never {
  throw new RuleError(path === '' ? problem : `“${path}” ${problem}`);
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a key has a value: in JSON-LD, null says that it has none. */
export function hasKey(object: JsonObject, key: string): boolean {
  return object[key] !== undefined && object[key] !== null;
}

/** The values of a key that may have none, one, or several in a list. */
export function listValues(object: JsonObject, key: string): unknown[] {
  const value = object[key];
  if (!hasKey(object, key)) return [];
  return Array.isArray(value) ? value : [value];
}

/** The path of a key in a message. */
export function joinPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
