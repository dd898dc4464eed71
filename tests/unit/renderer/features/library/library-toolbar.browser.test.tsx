import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryToolbar } from '../../../../../renderer/features/library/library-toolbar';
import { useLibraryView } from '../../../../../renderer/state/library/library';
import { show } from '../../support/open-session';
import { waitForLayout } from '../../support/rows';

let shown: ReturnType<typeof show> | null = null;
afterEach(() => shown?.close());

it('the search field takes the focus when it is asked for, not for what was asked before it was there', async () => {
  useLibraryView.setState({ searchFocusRequest: {} });
  shown = show(null, <LibraryToolbar onSearchAll={() => undefined} />, { width: 600, height: 100 });
  await waitForLayout();
  const field = page.getByRole('searchbox', { name: 'Search the library' });
  await expect.element(field).not.toHaveFocus();
  useLibraryView.setState({ searchFocusRequest: {} });
  await expect.element(field).toHaveFocus();
});
