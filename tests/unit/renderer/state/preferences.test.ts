import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, type Result, success } from '../../../../shared/contract/result';
import { defaultSettings, type Preferences } from '../../../../shared/domain/settings';

const { lastFolder: _, ...fresh } = defaultSettings;

/** Answers the calls to main that are still open, oldest first. */
let asked: ((answer: Result<Preferences>) => void)[] = [];

vi.stubGlobal('window', {
  stet: {
    call: () => new Promise((resolve) => asked.push(resolve)),
    listen: () => () => undefined,
  },
});

const { changePreferences, usePreferences } = await import('../../../../renderer/state/preferences');
const { useNotices } = await import('../../../../renderer/state/notices');

const shown = () => usePreferences.getState();

async function answerOldest(answer: Result<Preferences>): Promise<void> {
  asked.shift()?.(answer);
  await new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
  asked = [];
  usePreferences.setState(fresh);
  useNotices.setState({ shown: [] });
});

describe('changing preferences', () => {
  it('shows a change at once, and keeps it while an older one is answered', async () => {
    void changePreferences({ reviewer: null });
    void changePreferences({ reviewer: 'Ada' });
    expect(shown().reviewer).toBe('Ada');
    await answerOldest(success(fresh));
    expect(shown().reviewer).toBe('Ada');
    await answerOldest(success({ ...fresh, reviewer: 'Ada' }));
    expect(shown().reviewer).toBe('Ada');
  });

  it('says what could not be stored, and takes back that alone', async () => {
    void changePreferences({ theme: 'dark' });
    void changePreferences({ reviewer: 'Ada' });
    await answerOldest(success({ ...fresh, theme: 'dark' }));
    await answerOldest(failure('notSaved', 'The settings could not be saved.'));
    expect(shown()).toEqual({ ...fresh, theme: 'dark' });
    expect(useNotices.getState().shown.map(({ message }) => message)).toEqual([
      'The settings could not be saved.',
    ]);
  });

  it('ends with what is stored when an older change fails', async () => {
    void changePreferences({ theme: 'dark' });
    void changePreferences({ reviewer: 'Ada' });
    await answerOldest(failure('notSaved', 'The settings could not be saved.'));
    expect(shown().reviewer).toBe('Ada');
    await answerOldest(success({ ...fresh, reviewer: 'Ada' }));
    expect(shown()).toEqual({ ...fresh, reviewer: 'Ada' });
  });
});
