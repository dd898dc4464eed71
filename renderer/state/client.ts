import { type Bridge, createClient } from '../../shared/contract/client';

declare global {
  interface Window {
    /** Exposed by the preload script: the only connection of this window to main. */
    readonly stet: Bridge;
  }
}

/** Calls main's commands and listens to its events. */
export const client = createClient({
  call: async (name, input) => JSON.parse(await window.stet.call(name, input)),
  listen: (listener) => window.stet.listen(listener),
});
