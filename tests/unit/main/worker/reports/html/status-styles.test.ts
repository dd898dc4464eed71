import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { claimStatuses, statusLooks } from '#shared/domain/base/verdict.ts';

const css = readFileSync(
  new URL('../../../../../../renderer/window/ui/styles/statuses.css', import.meta.url),
  'utf8',
);

test('The colours of statuses are those of the app, in both themes', () => {
  for (const status of claimStatuses) {
    const colors = Array.from(css.matchAll(new RegExp(`--${status}: (#\\w+);`, 'g')), ([, color]) => color);
    const { light, dark } = statusLooks[status].color;
    expect(colors).toEqual([light, dark]);
    expect(css.match(new RegExp(`--${status}-wash: #`, 'g'))).toHaveLength(2);
  }
});

test('Every status has its tone and the line of an outer claim in the app, and a line in reports that no other has', () => {
  for (const status of claimStatuses) {
    expect(css).toContain(`\n.${status} {`);
    expect(css).toContain(`\nmark.under-${status} {`);
    if (statusLooks[status].line !== null) expect(css).toContain(`\n:where(mark).${status} {`);
  }
  expect(new Set(claimStatuses.map((status) => statusLooks[status].line)).size).toBe(claimStatuses.length);
});
