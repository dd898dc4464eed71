import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSharedString } from '../../../../../../../main/core/report/files/xlsx/shared-string';

test('a shared string is decoded to the same text, and is never the name of a property of an object', () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom('_', 'x', 'X', '0', '5', 'F', 'a', '\ufffd', 'g') }),
    fc.constantFrom('constructor', '__proto__', 'hasOwnProperty', '_X5505\ufffd', '_x005F_', '_x005F_x005F_'),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const shared = toSharedString(text);
      expect(shared in {}).toBe(false);
      expect(shared).not.toContain('\ufffd');
      const decoded = shared.replace(/_x([\dA-F]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
      expect(decoded).toBe(text);
    }),
    { numRuns: 2_000, examples: [['_x0055\ufffd']] },
  );
});
