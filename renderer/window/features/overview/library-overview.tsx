import { useContext, useEffect, useMemo, useState } from 'react';
import { showArticle } from '#renderer/window/state/article/show-article.ts';
import { client } from '#renderer/window/state/base/client.ts';
import { showError } from '#renderer/window/state/base/notices.ts';
import { runTask } from '#renderer/window/state/base/tasks.ts';
import { useLibrary } from '#renderer/window/state/library/library.ts';
import { ProgressMeter, TimeLeft } from '#renderer/window/ui/layout/progress-meter.tsx';
import { VirtualTable } from '#renderer/window/ui/lists/virtual-table.tsx';
import type { Output } from '#shared/contract/commands/commands.ts';
import type { ArticleOverview } from '#shared/contract/commands/library-commands.ts';
import { getReadPercent } from '#shared/coverage/describe-coverage.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { isLate, searchLibrary } from '#shared/domain/library/library-search.ts';
import { sumFigures } from '#shared/domain/library/overview.ts';
import { countOpen, countTotal, describeProgress, getCheckMeter } from '#shared/domain/review/progress.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { joinList } from '#shared/text/format/wording.ts';
import { OverviewContext } from './charts.tsx';
import styles from './overview.module.css';
import { EvidenceSection, OverviewFrame, TimelineSection } from './overview-frame.tsx';

interface ArticlesSectionProps {
  entries: readonly LibraryEntry[];
  figures: readonly ArticleOverview[];
  onOpen: (articleId: string) => void;
}

const getKey = ({ id }: LibraryEntry) => id;

/** Every article with what is open until its deadline, the next deadline first. It is a table in both cases, drawn with meters. */
function ArticlesSection({ entries, figures, onOpen }: ArticlesSectionProps) {
  const { showsTables, now } = useContext(OverviewContext);
  const byId = useMemo(() => new Map(figures.map((article) => [article.id, article])), [figures]);
  const sorted = useMemo(() => searchLibrary(entries, '', 'deadline'), [entries]);
  const open = entries.reduce((sum, { progress }) => sum + countOpen(progress), 0);
  const late = entries.filter((entry) => isLate(entry, now)).length;
  return (
    <section className={styles.facts} aria-label="Articles">
      <h3 className="section-heading">Articles</h3>
      <p>
        {formatCount(entries.length, 'article')}, {formatCount(open, 'open claim')}
        {late > 0 && `, ${formatNumber(late)} past the deadline`}.
      </p>
      <div className={styles.articles}>
        <VirtualTable
          className={styles.table}
          items={sorted}
          getKey={getKey}
          estimatedRowHeight={33}
          header={
            <>
              <th scope="col">Article</th>
              <th scope="col">Deadline</th>
              <th scope="col">Claims</th>
              <th scope="col">Open</th>
              <th scope="col">One source</th>
              <th scope="col">No source</th>
              <th scope="col">Read</th>
              {!showsTables && <th scope="col">Verdicts</th>}
            </>
          }
        >
          {(entry) => <ArticleCells entry={entry} counted={byId.get(entry.id)} onOpen={onOpen} />}
        </VirtualTable>
      </div>
    </section>
  );
}

interface ArticleCellsProps {
  entry: LibraryEntry;
  counted: ArticleOverview | undefined;
  onOpen: (articleId: string) => void;
}

function ArticleCells({ entry, counted, onOpen }: ArticleCellsProps) {
  const { showsTables, now } = useContext(OverviewContext);
  const { id, title, deadline, progress } = entry;
  const reading = entry.reading ?? (counted ? { coverage: counted.coverage, openQueries: null } : null);
  return (
    <>
      <th scope="row">
        <button type="button" onClick={() => onOpen(id)}>
          <bdi>{title}</bdi>
        </button>
      </th>
      <td>{deadline !== null && <TimeLeft deadline={deadline} now={now} isLate={isLate(entry, now)} />}</td>
      <td>{formatNumber(countTotal(progress))}</td>
      <td>{formatNumber(countOpen(progress))}</td>
      <td>{counted && formatNumber(counted.figures.singleSourced)}</td>
      <td>{counted && formatNumber(counted.figures.unsourced)}</td>
      <td>{counted && `${getReadPercent(counted.coverage)}%`}</td>
      {!showsTables && (
        <td>
          <ProgressMeter {...getCheckMeter(progress, reading)} />
          <small>{describeProgress(progress, reading)}</small>
        </td>
      )}
    </>
  );
}

type Figures = NonNullable<Output<'overview.library'>>;

const noFigures: Figures['articles'] = [];

/** The overview of all articles that are not in the bin: what is open until their deadlines, verdicts over time, and evidence. */
export function LibraryOverview({ onClose }: { onClose: () => void }) {
  const articles = useLibrary((library) => library.articles);
  const active = useMemo(() => (articles ?? []).filter(({ binnedAt }) => binnedAt === null), [articles]);
  const figures = useFigures();
  return (
    <OverviewFrame title="Overview of the library" size="huge" onClose={onClose}>
      <ArticlesSection
        entries={active}
        figures={figures?.articles ?? noFigures}
        onOpen={(articleId) => {
          onClose();
          void showArticle(articleId);
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
          <TimelineSection points={figures.timeline} />
          <EvidenceSection figures={sumFigures(figures.articles.map((article) => article.figures))} />
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
