import { useEffect, useMemo, useState } from 'react';
import { countEvidence } from '../../../shared/domain/overview/article-figures';
import type { TimelinePoint } from '../../../shared/domain/overview/verdict-timeline';
import {
  countVerifiedCaveats,
  describeVerifiedCaveats,
} from '../../../shared/domain/overview/verified-caveats';
import { describePast } from '../../state/article/describe-past';
import { client } from '../../state/client';
import { showError } from '../../state/notices';
import { useArticle, useListedClaims, useSession, useTable } from '../../state/review/use-session';
import { CoverageSection } from './coverage-section';
import { EvidenceSection } from './evidence-section';
import { OpenWork } from './open-work';
import { OverviewFrame } from './overview-frame';
import { SingleSourced } from './single-sourced';
import { TimelineSection } from './timeline-section';

interface ArticleOverviewProps {
  onSetDeadline: () => void;
  onClose: () => void;
}

/**
 * The overview of the open article, with drawings or tables: what is open until the deadline (`open-work.tsx`), coverage, verdicts over
 * time, evidence by kind, and the claims with one source only. `library-overview.tsx` is that of the library; `charts/` draws.
 */
export function ArticleOverview({ onSetDeadline, onClose }: ArticleOverviewProps) {
  const session = useSession();
  const { review, draft, isPast } = session;
  const { title } = useArticle();
  const claims = useListedClaims();
  const evidenceRevision = useTable('evidence');
  const [showsTables, setShowsTables] = useState(false);
  const [now] = useState(() => Date.now());
  const timeline = useTimeline();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table changes in place, and the revision with it
  const figures = useMemo(
    () =>
      countEvidence(
        review,
        claims.map(({ claim }) => claim.id),
      ),
    [review, claims, evidenceRevision],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table changes in place, and the revision with it
  const caveats = useMemo(
    () =>
      describeVerifiedCaveats(
        countVerifiedCaveats(review, claims),
        claims.filter(({ status }) => status === 'verified').length,
      ),
    [review, claims, evidenceRevision],
  );
  return (
    <OverviewFrame
      title={`Overview of “${title}”`}
      showsTables={showsTables}
      onShowTables={setShowsTables}
      onClose={onClose}
    >
      {isPast && (
        <p>
          Draft {draft.number}, an older one. {describePast(session)}
        </p>
      )}
      <OpenWork now={now} onSetDeadline={onSetDeadline} />
      <CoverageSection showsTable={showsTables} />
      {timeline && <TimelineSection points={timeline} now={now} showsTable={showsTables} />}
      <EvidenceSection figures={figures} caveats={caveats} showsTable={showsTables} />
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
