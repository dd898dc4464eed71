import { ourOrigin, previews } from './origin';

/** The one inline style there is: React Aria's `touch-action` for everything that can be pressed. */
const reactAriaStyle = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${reactAriaStyle}'`,
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  `frame-src ${previews}`,
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The importer fetches its own files only: the tables of East Asian letters that a PDF may name. */
const importerPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A report brings its styles and typefaces along, and does nothing. */
const reportPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  'sandbox',
].join('; ');

const closed = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

/** Sent with every file of the page. */
export const pageHeaders = {
  'Content-Security-Policy': policy,
  ...closed,
  'Cache-Control': 'no-cache',
};

/** Sent with every file of the hidden page that reads untrusted files. */
export const importerHeaders = { ...pageHeaders, 'Content-Security-Policy': importerPolicy };

/** Sent with a report that is printed. */
export const printingHeaders = {
  ...closed,
  'Content-Security-Policy': `${reportPolicy}; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
};

/** Sent with a report that is looked at in a frame of our window. */
export const previewHeaders = {
  ...printingHeaders,
  'Content-Security-Policy': `${reportPolicy}; frame-ancestors ${ourOrigin}`,
};
