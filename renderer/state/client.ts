import type { Bridge } from '../../shared/contract/bridge';
import { createClient } from '../../shared/contract/client';

declare global {
  interface Window {
    /** Exposed by the preload; the only way out of this window. */
    readonly stet: Bridge;
  }
}

export const client = createClient(window.stet);
