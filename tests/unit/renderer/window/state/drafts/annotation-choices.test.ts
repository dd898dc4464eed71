import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import {
  completeAnnotationChoice,
  discardAskedChoice,
  getKnownChoice,
  rememberCommenters,
  setAreNotesSources,
  setIsAuthor,
} from '#renderer/window/state/drafts/annotation-choices.ts';
import { createSession } from '#renderer/window/state/review/create-session.ts';
import { useOpenReview } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { proposeEvidence } from '#shared/import/annotations/propose-evidence.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import { createProposal } from '#tests/unit/shared/drafts/checked-articles.ts';
import { createNotesProposal } from '#tests/unit/shared/import/base/notes-proposal.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

const initial = usePreferences.getState();

/** An import with a comment of each; the byline names Ada. */
function createImport(...names: string[]) {
  return createUnsigned('Ada', ...names);
}

/** An import with this byline and a comment of each. */
function createUnsigned(byline: string | null, ...names: string[]) {
  const claims = names.map((by) =>
    createAnnotatedClaim({ start: 0, end: 2 }, createAnnotation([{ by, at: null, text: 'p. 3' }], false)),
  );
  return { id: 'import', proposal: { ...createProposal('It carried cars.'), byline, claims }, draftOf: null };
}

/** An open article whose notes are the author's sources or not, as the reviewer answered. */
function openAnswered(areNotesSources: boolean): Session {
  const { proposal } = createNotesProposal();
  const read = proposeEvidence(proposal, { authors: [], areNotesSources });
  const { draft, change } = openArticle(read, 'article', 'a'.repeat(64), createEditContext('s'));
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  return createSession(
    'article',
    {
      review: copyReview(review),
      draft,
      problems: [],
      readOnly: false,
      canUndo: false,
      canRedo: false,
      nextUndo: null,
      nextRedo: null,
    },
    {
      client: { call: () => new Promise(() => {}), listen: () => () => {} },
      onConflict: () => {},
      onRefused: () => {},
      onApplied: () => {},
      onDraftsChanged: () => {},
    },
  );
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

test('the roles that the preview showed are remembered when the reviewer goes on', async () => {
  const imported = createImport('Ada', 'Ben', 'Cem');
  expect(completeAnnotationChoice(imported)?.authors).toEqual(['Ada']);
  expect(getKnownChoice(imported)).toBeNull();
  setIsAuthor(imported, 'Cem', true);
  rememberCommenters(imported);
  await expect
    .poll(() => usePreferences.getState().commenters)
    .toEqual([
      { name: 'Ada', isAuthor: true },
      { name: 'Ben', isAuthor: false },
      { name: 'Cem', isAuthor: true },
    ]);
  discardAskedChoice('import');
  expect(completeAnnotationChoice(createUnsigned(null, 'Ben'))?.authors).toEqual([]);
  expect(getKnownChoice(createUnsigned(null, 'Ben', 'Cem'))?.authors).toEqual(['Cem']);
});

test.each(['Author', 'Autor', 'Microsoft Office User', ''])(
  'whose comments those of “%s” are is asked in every file, and never remembered',
  async (name) => {
    usePreferences.setState({ commenters: [{ name, isAuthor: false }] });
    const imported = createUnsigned(`Ada, ${name}`, 'Ada', name);
    expect(completeAnnotationChoice(imported)).toBeNull();
    expect(getKnownChoice(imported)).toBeNull();
    setIsAuthor(imported, name === '' ? null : name, false);
    expect(completeAnnotationChoice(imported)?.authors).toEqual(['Ada']);
    usePreferences.setState({ commenters: [] });
    rememberCommenters(imported);
    await expect.poll(() => usePreferences.getState().commenters).toEqual([{ name: 'Ada', isAuthor: true }]);
    discardAskedChoice('import');
    expect(completeAnnotationChoice(createUnsigned(null, name))).toBeNull();
  },
);

test('nobody has a role where the file does not say who the author is, and the question has to be answered', () => {
  for (const byline of [null, 'Zelda Quornby']) {
    const imported = createUnsigned(byline, 'Ben', 'Cem', '');
    expect(completeAnnotationChoice(imported)).toBeNull();
    setIsAuthor(imported, 'Ben', false);
    expect(completeAnnotationChoice(imported)).toBeNull();
    // Once an author is known, the others are taken for editors, but for those without a name.
    setIsAuthor(imported, 'Cem', true);
    expect(completeAnnotationChoice(imported)).toBeNull();
    setIsAuthor(imported, null, false);
    expect(completeAnnotationChoice(imported)?.authors).toEqual(['Cem']);
    setIsAuthor(imported, null, true);
    expect(completeAnnotationChoice(imported)?.authors).toEqual(['Cem', null]);
    discardAskedChoice('import');
  }
});

test('an answer of an earlier file need not be given again', () => {
  usePreferences.setState({ commenters: [{ name: 'Ben', isAuthor: false }] });
  expect(completeAnnotationChoice(createUnsigned(null, 'Ben'))?.authors).toEqual([]);
  expect(getKnownChoice(createUnsigned(null, 'Ben'))?.authors).toEqual([]);
  expect(completeAnnotationChoice(createUnsigned(null, 'Ben', 'Cem'))).toBeNull();
});

test('a file without comments asks nothing', () => {
  expect(completeAnnotationChoice(createUnsigned(null))).toEqual({ authors: [], areNotesSources: false });
  expect(getKnownChoice(createUnsigned(null))).not.toBeNull();
});

describe('whether the notes are the author’s sources', () => {
  afterEach(() => useOpenReview.setState({ session: null }));

  test.each([true, false])('is proposed for the next draft as it was answered: %s', (isAnswered) => {
    useOpenReview.setState({ session: openAnswered(isAnswered) });
    const imported = { ...createUnsigned(null), draftOf: 'article' };
    expect(completeAnnotationChoice(imported)?.areNotesSources).toBe(isAnswered);
    expect(completeAnnotationChoice({ ...imported, draftOf: 'other' })?.areNotesSources).toBe(false);
    expect(completeAnnotationChoice({ ...imported, draftOf: null })?.areNotesSources).toBe(false);
    setAreNotesSources(imported, !isAnswered);
    expect(completeAnnotationChoice(imported)?.areNotesSources).toBe(!isAnswered);
  });
});
