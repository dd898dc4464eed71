import http from 'node:http';

/** The header in which a WebSocket client offers extensions, such as compression (RFC 6455). */
const extensionsHeader = 'Sec-WebSocket-Extensions';

/**
 * Turns off compression of the messages between Playwright and Electron. Both run on one machine, and compressing thousands of
 * short messages in each spec took both a twentieth of their time.
 */
export function disableCompression(): void {
  const { request } = http;
  http.request = (...args: unknown[]) => {
    for (const arg of args) removeExtensionsHeader(arg);
    return Reflect.apply(request, http, args);
  };
}

function removeExtensionsHeader(options: unknown): void {
  if (typeof options !== 'object' || options === null || !('headers' in options)) return;
  const { headers } = options;
  if (typeof headers === 'object' && headers !== null) Reflect.deleteProperty(headers, extensionsHeader);
}
