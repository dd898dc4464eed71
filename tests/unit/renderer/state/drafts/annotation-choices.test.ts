import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  discardAskedChoice,
  getAnnotationChoice,
  getKnownChoice,
  rememberCommenters,
  setIsAuthor,
} from '../../../../../renderer/state/drafts/annotation-choices';
import { usePreferences } from '../../../../../renderer/state/preferences';
import { createAnnotatedClaim } from '../../../../../shared/import/annotations/annotated-claim';
import { createAnnotation } from '../../../../../shared/import/annotations/annotation';
import { createProposal } from '../../../shared/drafts/checked-articles';

const initial = usePreferences.getState();

/** An import with a comment of each; the byline names Ada. */
function createImport(...names: string[]) {
  const claims = names.map((by) =>
    createAnnotatedClaim({ start: 0, end: 2 }, createAnnotation([{ by, at: null, text: 'p. 3' }], false)),
  );
  return { id: 'import', proposal: { ...createProposal('It carried cars.'), byline: 'Ada', claims } };
}

beforeEach(() => {
  // Main stores what it is sent.
  const call = async () => JSON.stringify({ ok: true, value: usePreferences.getState() });
  vi.stubGlobal('window', { stet: { call, listen: () => () => {} } });
});

afterEach(() => {
  discardAskedChoice('import');
  usePreferences.setState(initial, true);
  vi.unstubAllGlobals();
});

test('only answers are remembered, and not the roles that were proposed', async () => {
  const imported = createImport('Ada', 'Ben', 'Cem');
  expect(getAnnotationChoice(imported).authors).toEqual(['Ada']);
  rememberCommenters(imported);
  expect(usePreferences.getState().commenters).toEqual([]);

  setIsAuthor(imported, 'Cem', true);
  rememberCommenters(imported);
  await vi.waitFor(() =>
    expect(usePreferences.getState().commenters).toEqual([{ name: 'Cem', isAuthor: true }]),
  );
  expect(getAnnotationChoice(imported).authors).toEqual(['Ada', 'Cem']);
  expect(getKnownChoice(imported).authors).toEqual(['Cem']);
});
