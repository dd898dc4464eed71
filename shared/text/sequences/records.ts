/** Creates an object with a value for each key, in the order of the keys. */
export function createRecord<K extends string, V>(keys: readonly K[], getValue: (key: K) => V): Record<K, V>;
export function createRecord<V>(keys: readonly string[], getValue: (key: string) => V): Record<string, V> {
  return Object.fromEntries(keys.map((key) => [key, getValue(key)]));
}

/** Takes one property of each entry of a table. */
export function pickProperty<
  P extends string,
  T extends Readonly<Record<string, { readonly [K in P]: unknown }>>,
>(table: T, property: P): { [K in keyof T]: T[K][P] };
export function pickProperty<P extends string>(
  table: Readonly<Record<string, { readonly [K in P]: unknown }>>,
  property: P,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).map(([key, entry]) => [key, entry[property]]));
}

/** Puts a prefix before each key. */
export function prefixKeys<P extends string, T extends object>(
  prefix: P,
  record: T,
): { [K in keyof T & string as `${P}${K}`]: T[K] };
export function prefixKeys(prefix: string, record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [`${prefix}${key}`, value]));
}

/** The keys of a table, in the order in which it names them. */
export function listKeys<T extends object>(table: T): (keyof T & string)[];
export function listKeys(table: object): string[] {
  return Object.keys(table);
}
