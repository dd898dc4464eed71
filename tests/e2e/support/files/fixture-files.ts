import { resolve } from 'node:path';

/** The path of a text in tests/fixtures/articles. */
export function articleFile(name: string): string {
  return resolve(__dirname, '../../../fixtures/articles', name);
}
