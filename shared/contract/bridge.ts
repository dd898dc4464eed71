/** The two channels between window and main. */
export const channels = { call: 'stet:call', event: 'stet:event' } as const;

/**
 * All that the preload exposes, as `window.stet`. It carries values and knows no schema: main parses what it is asked,
 * the window parses what it is told.
 */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>;
  /** Returns the function that ends the listening. */
  listen(listener: (event: unknown) => void): () => void;
}
