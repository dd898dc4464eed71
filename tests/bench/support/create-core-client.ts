import { createCore } from '../../../main/core/core';
import type { Platform } from '../../../main/core/platform';
import { createClient } from '../../../shared/contract/client';

/** Starts the core of main without Electron, with a client that calls it as the window does. */
export function createCoreClient(platform: Platform) {
  const core = createCore(platform, { isTrusted: () => true });
  const sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };
  const client = createClient({
    call: (name, input) => core.dispatch(sender, name, input),
    listen: () => () => undefined,
  });
  return { core, client, sender };
}
