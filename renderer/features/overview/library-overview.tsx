import { useEffect, useMemo, useState } from 'react';
import type { Output } from '../../../shared/contract/commands/commands';
import { sumFigures } from '../../../shared/domain/overview/article-figures';
import { formatCount } from '../../../shared/text/format/format-count';
import { joinList } from '../../../shared/text/format/join-list';
import { client } from '../../state/client';
import { useLibrary } from '../../state/library/library';
import { showError } from '../../state/notices';
import { runTask } from '../../state/tasks';
import { ArticlesSection } from './articles-section';
import { EvidenceSection } from './evidence-section';
import { OverviewFrame } from './overview-frame';
import { TimelineSection } from './timeline-section';

type Figures = NonNullable<Output<'overview.library'>>;

const noFigures: Figures['articles'] = [];

interface LibraryOverviewProps {
  onOpen: (articleId: string) => void;
  onClose: () => void;
}

/** The overview of all articles that are not in the bin: what is open until their deadlines, verdicts over time, and evidence. */
export function LibraryOverview({ onOpen, onClose }: LibraryOverviewProps) {
  const articles = useLibrary((library) => library.articles);
  const active = useMemo(() => (articles ?? []).filter(({ binnedAt }) => binnedAt === null), [articles]);
  const [showsTables, setShowsTables] = useState(false);
  const [now] = useState(() => Date.now());
  const figures = useFigures();
  return (
    <OverviewFrame
      title="Overview of the library"
      size="huge"
      showsTables={showsTables}
      onShowTables={setShowsTables}
      onClose={onClose}
    >
      <ArticlesSection
        entries={active}
        figures={figures?.articles ?? noFigures}
        now={now}
        showsTable={showsTables}
        onOpen={(articleId) => {
          onClose();
          onOpen(articleId);
        }}
      />
      {figures === null ? (
        <p>Reading the histories of all articles …</p>
      ) : (
        <>
          {figures.unreadable.length > 0 && (
            <p>
              {formatCount(figures.unreadable.length, 'article')} can’t be read and is not counted:{' '}
              <bdi>{joinList(figures.unreadable.map((title) => `“${title}”`))}</bdi>.
            </p>
          )}
          <TimelineSection points={figures.timeline} now={now} showsTable={showsTables} />
          <EvidenceSection
            figures={sumFigures(figures.articles.map((article) => article.figures))}
            showsTable={showsTables}
          />
        </>
      )}
    </OverviewFrame>
  );
}

/** The figures of all articles; null until they were counted. Closing the dialog cancels the counting. */
function useFigures(): Figures | null {
  const [figures, setFigures] = useState<Figures | null>(null);
  useEffect(() => {
    const closed = new AbortController();
    const load = async () => {
      const answer = await runTask(
        'Reading the library',
        (taskId) => client.call('overview.library', { taskId }),
        { keepsArticleOpen: false, blocksClosing: false, signal: closed.signal },
      );
      if (closed.signal.aborted) return;
      if (answer.ok) setFigures(answer.value);
      else showError(answer.error.message, 'overview');
    };
    void load();
    return () => closed.abort();
  }, []);
  return figures;
}
