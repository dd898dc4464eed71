import { useDeferredValue, useMemo } from 'react';
import { ReadingStatus } from '#renderer/window/features/reading/reading-status.tsx';
import { client } from '#renderer/window/state/base/client.ts';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { showError, showNotice } from '#renderer/window/state/base/notices.ts';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import { runMainTask } from '#renderer/window/state/base/tasks.ts';
import { useCoverage } from '#renderer/window/state/reading/coverage.ts';
import { useQueries } from '#renderer/window/state/reading/open-queries.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import { signEarlierVerdicts, useCanSign } from '#renderer/window/state/review/reviewer.ts';
import { type SaveState, withoutNotSaved } from '#renderer/window/state/review/save-queue.ts';
import { commitTyping, useIsTyping } from '#renderer/window/state/review/typing.ts';
import { useListedClaims, useSaveState, useSession } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { ProgressMeter } from '#renderer/window/ui/layout/progress-meter.tsx';
import { useFooterRef } from '#renderer/window/ui/notices-height.ts';
import { claimStatuses, judgedVerdicts, statusLooks } from '#shared/domain/base/verdict.ts';
import {
  countByStatus,
  countOpen,
  describeProgress,
  getCheckMeter,
  type Progress,
} from '#shared/domain/review/progress.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { capitalize } from '#shared/text/format/wording.ts';
import { commands } from '../commands/commands.ts';
import styles from './status-bar.module.css';
import { TaskStatus } from './task-status.tsx';

/**
 * Saves a copy of the article on the screen in a folder that main asks for, with the edits that wait because they can't be saved. They
 * go on waiting here as well.
 */
async function saveArticleCopy(): Promise<void> {
  const session = currentSession();
  if (!session) return;
  commitTyping();
  const { articleId } = session;
  const waiting = session.unsaved();
  const copy = await runMainTask('copying', 'Saving a copy of the article', (taskId) =>
    client.call('review.saveCopy', { taskId, articleId, waiting: [...waiting] }),
  );
  if (!copy) return;
  const { folder, lostFiles, leftOut } = copy;
  const saved = waiting.length - leftOut;
  const edits = saved > 0 ? `, with ${formatCount(saved, 'edit')} that could not be saved here` : '';
  showNotice(
    `A copy of this article${edits} is in ${folder}. To go on in it, choose Settings, “Open another…”. Edits that wait are kept here as well.`,
  );
  const problems = [
    leftOut > 0 && `${formatCount(leftOut, 'edit')} that did not fit the others`,
    lostFiles > 0 && `${formatCount(lostFiles, 'file')} that can’t be read`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0) showError(`The copy is without ${problems.join(' and ')}.`, 'copying');
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "Saved" only appears when everything is on the disk, also what is being typed. */
function describeSaveState(saveState: SaveState, isTyping: boolean): string {
  if (saveState.state === 'saving' || (saveState.state === 'saved' && isTyping)) return 'Saving…';
  if (saveState.state === 'saved')
    return saveState.at === null ? 'Saved' : `Saved ${time.format(new Date(saveState.at))}`;
  return describeFailure(formatCount(saveState.waiting, 'edit'), saveState.why);
}

/** Main's message says “Not saved” itself, mostly: that is said once. */
function describeFailure(edits: string, why: string): string {
  const forCertain = 'Not saved for certain: ';
  return why.startsWith(forCertain)
    ? `Not saved for certain (${edits} kept here): ${why.slice(forCertain.length)}`
    : `Not saved (${edits} kept here): ${withoutNotSaved(why)}`;
}

/** Whether the review is on the disk. Screen readers announce only that saving fails, not every edit. */
export function SavingStatus() {
  const saveState = useSaveState();
  const isTyping = useIsTyping();
  const { retrySaving, readOnly } = useSession();
  const isFailing = saveState.state === 'failing';
  return (
    <>
      <output className={isFailing ? styles.failing : undefined} aria-live={isFailing ? 'assertive' : 'off'}>
        {readOnly ? 'Read-only' : describeSaveState(saveState, isTyping)}
      </output>
      {isFailing && (
        <>
          <Button onPress={retrySaving}>Try again</Button>
          <Button onPress={() => void saveArticleCopy()}>Save a copy…</Button>
        </>
      )}
    </>
  );
}

interface StatusBarProps {
  areListsShown: boolean;
  isCardShown: boolean;
  /** Whether there is a card to show. */
  hasCard: boolean;
}

/** The bar at the foot of a review: the claims by status, running tasks and the save state. */
export function StatusBar({ areListsShown, isCardShown, hasCard }: StatusBarProps) {
  const footer = useFooterRef();
  return (
    <footer ref={footer} className={styles.status}>
      <Button kind="quiet" onPress={commands.toggleClaims}>
        {areListsShown ? 'Hide lists' : 'Show lists'}
      </Button>
      <ClaimCounts />
      <ReadingStatus onPress={commands.nextUnread} />
      <span className={styles.grow} />
      <SignButton />
      <TaskStatus />
      <SavingStatus />
      <Button kind="quiet" onPress={commands.toggleCard} isDisabled={!hasCard}>
        {isCardShown ? 'Hide card' : 'Show card'}
      </Button>
    </footer>
  );
}

/** The claims by status, one frame after an edit, so that the words of the article do not wait for their counts. */
function useProgress(): Progress {
  const claims = useDeferredValue(useListedClaims());
  return useMemo(() => countByStatus(claims.map(({ status }) => status)), [claims]);
}

function ClaimCounts() {
  const progress = useProgress();
  const coverage = useCoverage();
  const openQueries = useQueries()?.open.length ?? null;
  const reading = coverage && { coverage: coverage.counts, openQueries };
  const description = describeProgress(progress, reading);
  const counts = claimStatuses
    .filter((status) => status !== 'recheck' || progress.recheck > 0)
    .map((status) => {
      const { inSentence, glyph } = statusLooks[status];
      const count = formatNumber(progress[status]);
      return { inFull: `${count} ${inSentence}`, short: `${glyph} ${count}` };
    });
  return (
    <>
      <span className={styles.meter} data-tip={`${capitalize(description)}.`}>
        <ProgressMeter {...getCheckMeter(progress, reading)} />
      </span>
      <span className={styles.counts}>
        <span className={styles.full}>
          {counts.map(({ inFull }) => inFull).join(' · ')}
          {/* Without claims to re-check, the open claims are the unchecked ones, which are listed already. */}
          {progress.recheck > 0 && ` · ${formatNumber(countOpen(progress))} open`}
        </span>
        <span className="screen-reader-only"> {capitalize(description)}.</span>
        <span className={styles.short} aria-hidden="true" data-tip={`${capitalize(description)}.`}>
          {counts.map(({ short }) => short).join('  ')}
        </span>
      </span>
    </>
  );
}

/**
 * Asks for the name once there is a verdict: here, and not in a dialog, which would take the keys for the next claims. With the name
 * known, it signs what was judged before.
 */
function SignButton() {
  const session = useSession();
  const progress = useProgress();
  const isUnsigned = usePreferences(({ reviewer }) => reviewer === null);
  if (useCanSign())
    return (
      <Button kind="quiet" onPress={() => signEarlierVerdicts(session)}>
        Sign your verdicts
      </Button>
    );
  const isAnyJudged = judgedVerdicts.some((verdict) => progress[verdict] > 0);
  if (session.readOnly || !isUnsigned || !isAnyJudged) return null;
  return (
    <Button kind="quiet" onPress={() => openDialog('reviewer')}>
      Sign with your name…
    </Button>
  );
}
