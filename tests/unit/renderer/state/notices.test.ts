import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  dismissNotice,
  forgetMentions,
  forgetProblems,
  keepNoticesWhile,
  mention,
  say,
  settleProblems,
  showNoticesOf,
  useNotices,
} from '../../../../renderer/state/notices';

const shown = () => useNotices.getState().shown.map(({ message }) => message);

beforeEach(() => {
  vi.useFakeTimers();
  useNotices.setState({ shown: [] });
  showNoticesOf(null);
  keepNoticesWhile(() => false);
});

afterEach(() => {
  vi.useRealTimers();
});

describe('messages at the foot of the window', () => {
  it('go by themselves when they tell what was done, and stay when they tell what went wrong', () => {
    say('Not saved.');
    mention('Claim 1 deleted.');
    vi.advanceTimersByTime(6_900);
    expect(shown()).toEqual(['Not saved.', 'Claim 1 deleted.']);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual(['Not saved.']);
    dismissNotice(useNotices.getState().shown[0]?.id ?? 0);
    expect(shown()).toEqual([]);
  });

  it('go with the article they were said of, and those of the library stay', () => {
    say('The library was mended.');
    showNoticesOf('ferry');
    say('The history of the ferry was mended.');
    mention('Claim 1 deleted.');
    showNoticesOf('ferry');
    expect(shown()).toHaveLength(3);
    showNoticesOf('tunnel');
    expect(shown()).toEqual(['The library was mended.']);
  });

  it('stay while the focus or the pointer is in them, also over an edit, and go once they are left', () => {
    let isInUse = true;
    keepNoticesWhile(() => isInUse);
    mention('Report saved as ferry.html.');
    forgetMentions();
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(['Report saved as ferry.html.']);
    isInUse = false;
    vi.advanceTimersByTime(1_000);
    expect(shown()).toEqual([]);
  });

  it('leave the list of articles when an article opens, and stay there before', () => {
    say('The article could not be moved to the bin.', 'library');
    showNoticesOf(null);
    expect(shown()).toHaveLength(1);
    showNoticesOf('ferry');
    expect(shown()).toEqual([]);
  });

  it('go at once when their cause is gone, and no others with them', () => {
    say('Nothing could be read.', 'import');
    say('The report was not written.', 'export');
    settleProblems('import');
    expect(shown()).toEqual(['The report was not written.']);
  });

  it('can be read for a moment when what was tried was given up just after they were said', () => {
    say('broken.txt is empty.', 'import');
    vi.advanceTimersByTime(3_000);
    forgetProblems('import');
    vi.advanceTimersByTime(3_900);
    expect(shown()).toEqual(['broken.txt is empty.']);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual([]);
  });
});
