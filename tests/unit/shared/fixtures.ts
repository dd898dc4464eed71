import { readFileSync } from 'node:fs';

/** The bytes of an article in tests/fixtures/articles, where all are written by us. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/articles/${name}`, import.meta.url)));
}
