import type { ArticleOverview } from '../../../shared/contract/commands/overview-commands';
import { getReadPercent } from '../../../shared/coverage/describe-coverage';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { searchLibrary } from '../../../shared/domain/library/library-search';
import { countOpen, countTotal } from '../../../shared/domain/review/progress';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import { formatTimeLeft } from '../../../shared/text/format/format-time-left';
import { getProgressParts } from '../../state/review/progress-parts';
import { ProgressMeter } from '../../ui/layout/progress-meter';
import styles from './overview.module.css';

interface ArticlesSectionProps {
  entries: readonly LibraryEntry[];
  /** Those that were counted up to now. */
  figures: readonly ArticleOverview[];
  /** In milliseconds since the epoch. */
  now: number;
  showsTable: boolean;
  onOpen: (articleId: string) => void;
}

/** Every article with what is open until its deadline, the next deadline first. It is a table in both cases, drawn with meters. */
export function ArticlesSection({ entries, figures, now, showsTable, onOpen }: ArticlesSectionProps) {
  const byId = new Map(figures.map((article) => [article.id, article]));
  const open = entries.reduce((sum, { progress }) => sum + countOpen(progress), 0);
  const late = entries.filter(
    ({ deadline, progress }) => deadline !== null && Date.parse(deadline) < now && countOpen(progress) > 0,
  ).length;
  return (
    <section className={styles.facts} aria-label="Articles">
      <h3 className="section-heading">Articles</h3>
      <p>
        {formatCount(entries.length, 'article')}, {formatCount(open, 'open claim')}
        {late > 0 && `, ${formatNumber(late)} past the deadline`}.
      </p>
      <div className={styles.articles}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Article</th>
              <th scope="col">Deadline</th>
              <th scope="col">Claims</th>
              <th scope="col">Open</th>
              <th scope="col">One source</th>
              <th scope="col">No source</th>
              <th scope="col">Read</th>
              {!showsTable && <th scope="col">Verdicts</th>}
            </tr>
          </thead>
          <tbody>
            {searchLibrary(entries, '', 'deadline').map(({ id, title, deadline, progress }) => {
              const counted = byId.get(id);
              return (
                <tr key={id}>
                  <th scope="row">
                    <button type="button" onClick={() => onOpen(id)}>
                      <bdi>{title}</bdi>
                    </button>
                  </th>
                  <td>{deadline === null ? '' : formatTimeLeft(deadline, now)}</td>
                  <td>{formatNumber(countTotal(progress))}</td>
                  <td>{formatNumber(countOpen(progress))}</td>
                  <td>{counted && formatNumber(counted.figures.singleSourced)}</td>
                  <td>{counted && formatNumber(counted.figures.unsourced)}</td>
                  <td>{counted && `${getReadPercent(counted.coverage)}%`}</td>
                  {!showsTable && (
                    <td>
                      <ProgressMeter parts={getProgressParts(progress)} total={countTotal(progress)} />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
