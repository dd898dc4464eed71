import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAnnotations } from '../../../../../shared/import/web-annotation/read-annotations';

/** The samples of the W3C's test suite are not part of the project; without them this file has nothing to do. */
const folder = join(process.env.STET_CORPORA ?? '', 'web-annotation/samples');
const hasSamples = process.env.STET_CORPORA !== undefined && existsSync(folder);

function readSamples(kind: 'correct' | 'incorrect') {
  return readdirSync(join(folder, kind)).map((name) => {
    return {
      name,
      result: readAnnotations(name, readFileSync(join(folder, kind, name), 'utf8'), (html) => html),
    };
  });
}

describe.runIf(hasSamples)('The samples of the W3C (STET_CORPORA)', () => {
  test('Each correct one is accepted, and names what is not taken of it', () => {
    for (const { name, result } of readSamples('correct')) {
      if (!result.ok) throw new Error(`${name}: ${result.message}`);
      const { annotations, refused, notTaken } = result.set;
      expect(refused, name).toEqual([]);
      expect(annotations.length + notTaken.length, name).toBeGreaterThan(0);
    }
  });

  test('Each incorrect one is refused with a reason', () => {
    for (const { name, result } of readSamples('incorrect')) {
      expect(result.ok, name).toBe(false);
      if (!result.ok)
        expect(result.message, name).toMatch(
          /can’t be read as Web Annotations: .+\.|holds no Web Annotations/,
        );
    }
  });
});
