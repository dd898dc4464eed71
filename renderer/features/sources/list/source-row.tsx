import { primacyWords, sourceKindLabels, sourceStandingLabels } from '../../../../shared/domain/source';
import { filesOf } from '../../../../shared/domain/sources/source-edits';
import { standingLooks } from '../../../../shared/domain/verdict';
import { counted } from '../../../../shared/text/format/count-of';
import { shownDate } from '../../../../shared/text/format/dates';
import { shownNumber } from '../../../../shared/text/format/format-number';
import { useKeptStates } from '../../../state/files/kept-states';
import { showCardForList, showPanel } from '../../../state/reading/panels';
import { goToListed, showSource } from '../../../state/review/review-view';
import { useSession } from '../../../state/review/session-context';
import { Joined } from '../../../ui/text/joined';
import type { ListedSource } from './source-order';
import styles from './source-row.module.css';

interface SourceRowProps {
  listed: ListedSource;
  isCurrent: boolean;
  isDouble: boolean;
}

/** At most this many of its claims are links in a row; the card has them all. */
const mostClaims = 12;

/** One source: what it is, what has to be known of it, and the claims it carries. */
export function SourceRow({ listed: { source, claims }, isCurrent, isDouble }: SourceRowProps) {
  const { articleId, review } = useSession();
  const { id, title, kind, author, publisher, publishedAt, confidential, standing } = source;
  const files = filesOf(review, id);
  const states = useKeptStates((found) => (found.articleId === articleId ? found.states : null));
  const broken = files.filter((file) => (states?.get(file.id) ?? 'unchanged') !== 'unchanged');
  const facts = [
    sourceKindLabels[kind],
    primacyWords(source),
    author ?? publisher,
    publishedAt && shownDate(publishedAt),
    files.length > 0 && counted(files.length, 'file'),
  ];
  const marks = [
    standing !== 'good' && sourceStandingLabels[standing],
    confidential && 'Confidential',
    isDouble && 'Looks double',
    broken.length > 0 && `${counted(broken.length, 'file')} altered or missing`,
  ].filter((mark) => mark !== false);
  return (
    <div className={styles.row} data-source-id={id} data-current={isCurrent || undefined}>
      <button
        type="button"
        className={styles.title}
        data-source={id}
        aria-current={isCurrent || undefined}
        onClick={() => {
          showPanel('card');
          showSource(id);
        }}
      >
        <bdi>{title}</bdi>
        <small>
          <Joined parts={facts} />
        </small>
        {marks.length > 0 && <small className={styles.marks}>{marks.join(' · ')}</small>}
      </button>
      <span className={styles.claims}>
        {claims.length === 0 && <small>no claim</small>}
        {claims.slice(0, mostClaims).map((claim) => (
          <button
            key={claim.claim.id}
            type="button"
            className={`${styles.claim} ${claim.standing}`}
            onClick={() => {
              goToListed(claim);
              showCardForList();
            }}
          >
            {claim.span === null ? (
              'No place'
            ) : (
              <>
                <span className="aside-voice">Claim </span>
                {claim.number}
              </>
            )}{' '}
            <span aria-hidden="true">{standingLooks[claim.standing].glyph}</span>
            <span className="aside-voice">, {standingLooks[claim.standing].label}</span>
          </button>
        ))}
        {claims.length > mostClaims && <small>and {shownNumber(claims.length - mostClaims)} more</small>}
      </span>
    </div>
  );
}
