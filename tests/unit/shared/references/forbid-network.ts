import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Makes every test of the file fail that makes a request. Returns the function that stands for `fetch`. */
export function forbidNetwork() {
  const refused = vi.fn(() => {
    throw new Error('no network');
  });
  beforeEach(() => {
    vi.stubGlobal('fetch', refused);
    vi.stubGlobal('XMLHttpRequest', refused);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    expect(refused).not.toHaveBeenCalled();
  });
  return refused;
}
