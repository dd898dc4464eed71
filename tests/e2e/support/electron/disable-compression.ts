import http from 'node:http';

/** What a WebSocket's client offers, for example to compress all messages. */
const offer = 'Sec-WebSocket-Extensions';

/**
 * Keeps Playwright from having compressed what it and Electron tell each other. They do so on one machine, and thousands of
 * short messages a spec took both a twentieth of its time.
 */
export function talkUncompressed(): void {
  const { request } = http;
  http.request = (...given: unknown[]) => {
    for (const options of given) withoutOffer(options);
    return Reflect.apply(request, http, given);
  };
}

function withoutOffer(options: unknown): void {
  if (typeof options !== 'object' || options === null || !('headers' in options)) return;
  const { headers } = options;
  if (typeof headers === 'object' && headers !== null) Reflect.deleteProperty(headers, offer);
}
