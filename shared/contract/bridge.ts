/** The two channels between window and main. */
export const channels = { call: 'stet:call', event: 'stet:event' } as const;

/**
 * The API that the preload exposes as `window.stet`. It transports values without knowing their schemas: main parses the
 * input of commands, the window parses answers and events.
 */
export interface Bridge {
  /** Resolves to the answer as JSON text: between the preload and the page, objects are copied property by property. */
  call(name: string, input: unknown): Promise<string>;
  /** Returns a function that removes the listener. */
  listen(listener: (event: unknown) => void): () => void;
}
