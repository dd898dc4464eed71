import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { MissingLibrary } from '#renderer/window/features/missing-library/missing-library.tsx';
import type { ShownLocation } from '#shared/contract/commands/shown-location.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

const location = {
  state: 'missing',
  folder: '/disk/library',
  usualFolder: '/home/library',
  why: 'absent',
} as const satisfies ShownLocation;

it('that nothing has changed is no longer said once another way is taken', async () => {
  fakeMain(async (name) => ({ ok: true, value: name === 'location.reopen' ? location : null }));
  show(null, <MissingLibrary location={location} />, { width: 600, height: 500 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('nothing has changed')).toBeVisible();
  await page.getByRole('button', { name: 'Find it…' }).click();
  await expect.element(page.getByText('nothing has changed')).not.toBeInTheDocument();
});
