import { useContext, useEffect, useState } from 'react';
import { client } from '#renderer/window/state/base/client.ts';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { showError } from '#renderer/window/state/base/notices.ts';
import { describePast } from '#renderer/window/state/drafts/past-draft.ts';
import { useCoverage } from '#renderer/window/state/reading/coverage.ts';
import { useQueries } from '#renderer/window/state/reading/open-queries.ts';
import type { ListedClaim } from '#renderer/window/state/review/outline.ts';
import {
  useArticle,
  useListedClaims,
  useSession,
  useTable,
} from '#renderer/window/state/review/use-session.ts';
import { goToListedClaim } from '#renderer/window/state/view/navigate.ts';
import { showCardIfNarrow } from '#renderer/window/state/view/panels.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { ProgressMeter, TimeLeft } from '#renderer/window/ui/layout/progress-meter.tsx';
import { getReadPercent } from '#shared/coverage/describe-coverage.ts';
import { countVerifiedCaveats, describeVerifiedCaveats } from '#shared/domain/claims/evidence-gaps.ts';
import { countEvidence, type TimelinePoint } from '#shared/domain/library/overview.ts';
import { getPlacementWords } from '#shared/domain/review/placed-claims.ts';
import {
  countByStatus,
  describeProgress,
  getCheckMeter,
  isAllChecked,
  sentenceStateLabels,
  sentenceStates,
} from '#shared/domain/review/progress.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { capitalize, shorten } from '#shared/text/format/wording.ts';
import { BarChart, ChartSection, OverviewContext } from './charts.tsx';
import styles from './overview.module.css';
import { EvidenceSection, OverviewFrame, TimelineSection } from './overview-frame.tsx';

/** How many sentences are in each state of coverage. The bars have no colour of a verdict, because they are none. */
function CoverageSection() {
  const coverage = useCoverage();
  if (!coverage) return null;
  const { counts } = coverage;
  const { total } = counts;
  const bars = sentenceStates.map((state) => ({
    key: state,
    label: capitalize(sentenceStateLabels[state]),
    parts: [{ tone: 'unchecked', amount: counts[state] }],
  }));
  return (
    <ChartSection
      title="Coverage"
      summary={`${getReadPercent(counts)}% of ${formatCount(total, 'sentence')} read.`}
      table={{
        columns: ['Sentences', 'Number'],
        rows: bars.map(({ key, label, parts }) => ({
          key,
          cells: [label, formatNumber(parts[0]?.amount ?? 0)],
        })),
      }}
    >
      <BarChart bars={bars} total={total} />
    </ChartSection>
  );
}

/** The deadline, and how far the check is until then, with the bar and the words of the library. */
function OpenWork() {
  const { now } = useContext(OverviewContext);
  const { deadline } = useArticle();
  const claims = useListedClaims();
  const coverage = useCoverage();
  const openQueries = useQueries()?.open.length ?? null;
  const progress = countByStatus(claims.map(({ status }) => status));
  const reading = coverage && { coverage: coverage.counts, openQueries };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <section className={styles.facts} aria-label="Open until the deadline">
      <p>
        {deadline === null ? (
          'No deadline.'
        ) : (
          <>
            Deadline: {formatDateTime(deadline, timeZone)},{' '}
            <TimeLeft
              deadline={deadline}
              now={now}
              isLate={Date.parse(deadline) < now && !isAllChecked(progress, reading)}
            />
            .
          </>
        )}{' '}
        <Button kind="quiet" onPress={() => openDialog('details', 'deadline')}>
          {deadline === null ? 'Set a deadline…' : 'Change…'}
        </Button>
      </p>
      <p>
        <ProgressMeter {...getCheckMeter(progress, reading)} />{' '}
        {capitalize(describeProgress(progress, reading))}.
      </p>
    </section>
  );
}

/** Most words of a claim that are shown, in UTF-16 code units. */
const maxLength = 90;

/** The claims that rest on one source only. Pressing one closes the overview and goes to it. */
function SingleSourced({ onClose }: { onClose: () => void }) {
  const { draft } = useSession();
  const claims = useListedClaims().filter(({ evidence }) => evidence.gaps.includes('oneSource'));
  if (claims.length === 0) return null;
  const getWords = ({ placement }: ListedClaim) => getPlacementWords(placement, draft.text);
  return (
    <section className={styles.facts} aria-label="Claims with one source only">
      <h3 className="section-heading">{formatCount(claims.length, 'claim')} with one source only</h3>
      <ul className={`plain-list ${styles.claims}`}>
        {claims.map((claim) => (
          <li key={claim.claim.id}>
            <button
              type="button"
              onClick={() => {
                onClose();
                goToListedClaim(claim);
                showCardIfNarrow();
              }}
            >
              {claim.number !== null && `Claim ${claim.number}: `}
              <bdi>{shorten(getWords(claim), maxLength)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The overview of the open article: what is open, coverage, verdicts over time, evidence by kind, claims with one source. */
export function ArticleOverview({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { review, draft, isPast } = session;
  const { title } = useArticle();
  const claims = useListedClaims();
  useTable('evidence');
  const timeline = useTimeline();
  const figures = countEvidence(
    review,
    claims.map(({ claim }) => claim.id),
  );
  const verifiedCount = claims.filter(({ status }) => status === 'verified').length;
  const caveats = describeVerifiedCaveats(countVerifiedCaveats(review, claims), verifiedCount);
  return (
    <OverviewFrame title={`Overview of “${title}”`} onClose={onClose}>
      {isPast && (
        <p>
          Draft {draft.number}, an older one. {describePast(session)}
        </p>
      )}
      <OpenWork />
      <CoverageSection />
      {timeline && <TimelineSection points={timeline} />}
      <EvidenceSection figures={figures} caveats={caveats} />
      <SingleSourced onClose={onClose} />
    </OverviewFrame>
  );
}

/** The verdicts over time up to the last saved change; null until they were counted. */
function useTimeline(): readonly TimelinePoint[] | null {
  const session = useSession();
  const [timeline, setTimeline] = useState<readonly TimelinePoint[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      await session.waitUntilSaved();
      const answer = await client.call('overview.article', { articleId: session.articleId });
      if (!isCurrent) return;
      if (answer.ok) setTimeline(answer.value);
      else showError(answer.error.message, 'overview');
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [session]);
  return timeline;
}
