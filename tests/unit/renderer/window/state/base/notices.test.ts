import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  clearErrors,
  clearNotices,
  dismissNotice,
  expireErrors,
  keepNoticesWhile,
  showError,
  showNotice,
  showNoticesFor,
  useNotices,
} from '#renderer/window/state/base/notices.ts';

const shown = () => useNotices.getState().notices.map(({ message }) => message);

beforeEach(() => {
  vi.useFakeTimers();
  useNotices.setState({ notices: [] });
  showNoticesFor(null);
  keepNoticesWhile(() => false);
});

afterEach(() => {
  vi.useRealTimers();
});

describe('notices', () => {
  it('notices go after some seconds, and errors stay', () => {
    showError('Not saved.');
    showNotice('Claim 1 deleted.');
    vi.advanceTimersByTime(6_900);
    expect(shown()).toEqual(['Not saved.', 'Claim 1 deleted.']);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual(['Not saved.']);
    dismissNotice(useNotices.getState().notices[0]?.id ?? 0);
    expect(shown()).toEqual([]);
  });

  it('notices of an article go with it, and those of the library stay', () => {
    showError('The library was repaired.');
    showNoticesFor('ferry');
    showError('The history of the ferry was repaired.');
    showNotice('Claim 1 deleted.');
    showNoticesFor('ferry');
    expect(shown()).toHaveLength(3);
    showNoticesFor('tunnel');
    expect(shown()).toEqual(['The library was repaired.']);
  });

  it('notices stay while they are in use, also after an edit, and go once they are left', () => {
    let isInUse = true;
    keepNoticesWhile(() => isInUse);
    showNotice('Report saved as ferry.html.');
    clearNotices();
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(['Report saved as ferry.html.']);
    isInUse = false;
    vi.advanceTimersByTime(1_000);
    expect(shown()).toEqual([]);
  });

  it('a notice that offers Undo goes with the next step, also while it is in use', () => {
    keepNoticesWhile(() => true);
    showNotice('Claim 1 deleted.', { label: 'Undo', run: () => {} });
    clearNotices();
    expect(shown()).toEqual([]);
  });

  it('an error of the library goes when an article opens', () => {
    showError('The article could not be moved to the bin.', 'library');
    showNoticesFor(null);
    expect(shown()).toHaveLength(1);
    showNoticesFor('ferry');
    expect(shown()).toEqual([]);
  });

  it('errors of a topic go at once when the topic is cleared, and no other ones', () => {
    showError('Nothing could be read.', 'import');
    showError('The report was not written.', 'report');
    clearErrors('import');
    expect(shown()).toEqual(['The report was not written.']);
  });

  it('a recent error that no longer matters stays long enough to be read', () => {
    showError('broken.txt is empty.', 'import');
    vi.advanceTimersByTime(3_000);
    expireErrors('import');
    vi.advanceTimersByTime(3_900);
    expect(shown()).toEqual(['broken.txt is empty.']);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual([]);
  });

  it('a file that was not opened is named until its message is closed, also when another became an article', () => {
    showError('data.json is JSON data.', 'refusedFiles');
    expireErrors('import');
    showNoticesFor('article 1');
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(['data.json is JSON data.']);
    clearErrors('refusedFiles');
    expect(shown()).toEqual([]);
  });
});
