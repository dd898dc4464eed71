import { previewOrigin, windowOrigin } from '../base/origin.ts';

/** Hash of the only inline style: React Aria's `touch-action` for pressable elements. */
const reactAriaStyle = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=';

const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${reactAriaStyle}'`,
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  `frame-src ${previewOrigin}`,
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The importer may fetch its own files only: the character maps for East Asian fonts in PDFs. */
const importerPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A report contains its styles and fonts, and may load or run nothing else. */
const reportPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  'sandbox',
].join('; ');

const isolationHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

export const pageHeaders = {
  'Content-Security-Policy': windowPolicy,
  ...isolationHeaders,
  'Cache-Control': 'no-cache',
};

export const importerHeaders = { ...pageHeaders, 'Content-Security-Policy': importerPolicy };

export const printingHeaders = {
  ...isolationHeaders,
  'Content-Security-Policy': `${reportPolicy}; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
};

/** Headers of a report that is previewed in a frame of our window. */
export const previewHeaders = {
  ...printingHeaders,
  'Content-Security-Policy': `${reportPolicy}; frame-ancestors ${windowOrigin}`,
};
