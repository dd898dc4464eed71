import { readFileSync } from 'node:fs';

/** Reads an article of tests/fixtures/articles. All of them were written for the tests. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/articles/${name}`, import.meta.url)));
}
