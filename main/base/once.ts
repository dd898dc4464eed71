export type Once<T> = (() => Promise<T>) & {
  /** The value, or null when it was never requested or could not be created. Creates nothing. */
  current(): Promise<T | null>;
};

/** Creates a value on the first call and returns it from then on. After a failure the next call tries again. */
export function once<T>(create: () => Promise<T>): Once<T> {
  let value: Promise<T> | null = null;
  const get = () => {
    const requested = value ?? create();
    value = requested;
    requested.catch(() => {
      value = null;
    });
    return requested;
  };
  return Object.assign(get, { current: async () => (await value?.catch(() => null)) ?? null });
}
