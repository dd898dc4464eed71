import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '../../../../main/core/safe-file-name';

test.each([
  ['The mill', 'The mill'],
  ['  A/B: “C” <d>?\n', 'A B “C” d'],
  ['../../etc/passwd', 'etc passwd'],
  ['CON', 'Report CON'],
  ['com1.txt', 'Report com1.txt'],
  ['...', 'Report'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['', 'Report'],
])('%j becomes %j', (title, name) => {
  expect(safeFileName(title, 'Report')).toBe(name);
});

test('whatever the title, the name is one that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = safeFileName(title, 'Report');
      expect(name).not.toMatch(/[\p{Cc}\p{Cs}<>:"/\\|?*]/u);
      expect(name).not.toMatch(/^[. ]|[. ]$|^$/);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(250);
    }),
  );
});
