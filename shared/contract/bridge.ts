/** The two channels between window and main. */
export const channels = { call: 'stet:call', event: 'stet:event' } as const;

/**
 * The API that the preload exposes as `window.stet`. It transports values without knowing their schemas: main parses the
 * input of commands, the window parses answers and events.
 */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>;
  /** Returns a function that removes the listener. */
  listen(listener: (event: unknown) => void): () => void;
}
