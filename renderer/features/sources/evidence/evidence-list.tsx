import { memo } from 'react';
import { stanceLabels } from '../../../../shared/domain/evidence';
import { referringTo } from '../../../../shared/domain/review/review';
import { primacyWords, sourceKindLabels, sourceStandingLabels } from '../../../../shared/domain/source';
import { referencesOn } from '../../../../shared/domain/sources/article-references';
import { directionOf } from '../../../../shared/text/characters/direction';
import { shownDate } from '../../../../shared/text/format/dates';
import { showSource, useReviewView } from '../../../state/review/review-view';
import { useEntity, useSession, useTopic } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { ClippedText } from '../../../ui/text/clipped-text';
import { Joined } from '../../../ui/text/joined';
import { Files } from '../files/files';
import { useKeptForms } from '../form/kept-forms';
import { referencesOf, takeOnClaim } from '../list/take-references';
import styles from './evidence-list.module.css';
import { openLink } from './open-link';
import { QuoteCheck } from './quote-check';
import { untie } from './source-steps';
import { stanceTones } from './tones';

interface EvidenceItemProps {
  evidenceId: string;
  onUndo: () => void;
}

function EvidenceItem({ evidenceId, onUndo }: EvidenceItemProps) {
  const session = useSession();
  const evidence = useEntity('evidence', evidenceId);
  const source = useEntity('sources', evidence?.sourceId ?? '');
  if (!evidence || !source) return null;
  const { id, title, kind, author, publisher, publishedAt, url, archiveUrl, standing, standingReason } =
    source;
  const titleId = `source-of-${evidence.id}`;
  const facts = [
    author,
    publisher,
    publishedAt && shownDate(publishedAt),
    evidence.locator,
    sourceKindLabels[kind].toLowerCase(),
  ];
  return (
    <li className={styles.item} data-evidence={evidence.id}>
      <span className={`${styles.stance} ${stanceTones[evidence.stance]}`}>
        {[stanceLabels[evidence.stance], primacyWords(source)].filter(Boolean).join(' · ')}
        {source.confidential && ' · confidential'}
      </span>
      <button type="button" id={titleId} className={styles.title} dir="auto" onClick={() => showSource(id)}>
        {title}
      </button>
      {standing !== 'good' && (
        <small className={styles.fallen}>
          {sourceStandingLabels[standing]}: {standingReason ?? 'it no longer stands'}
        </small>
      )}
      {evidence.quote !== null && <q dir={directionOf(evidence.quote, null)}>{evidence.quote}</q>}
      {evidence.quote !== null && <QuoteCheck sourceId={id} quote={evidence.quote} />}
      {evidence.note !== null && <p dir="auto">{evidence.note}</p>}
      <small>
        <Joined parts={facts} />
      </small>
      {url !== null && (
        <small>
          <ClippedText lines={2} isAlone>
            {url}
          </ClippedText>
        </small>
      )}
      <Files sourceId={id} editable={false} />
      <div className={styles.buttons}>
        {url !== null && (
          <Button kind="quiet" aria-describedby={titleId} onPress={() => openLink(url)}>
            Open link
          </Button>
        )}
        {archiveUrl !== null && (
          <Button kind="quiet" aria-describedby={titleId} onPress={() => openLink(archiveUrl)}>
            Open archived
          </Button>
        )}
        {!session.readOnly && (
          <>
            <Button
              kind="quiet"
              aria-describedby={titleId}
              onPress={() => useReviewView.setState({ card: { show: 'evidence', evidenceId: evidence.id } })}
            >
              Edit
            </Button>
            <Button kind="quiet" aria-describedby={titleId} onPress={() => untie(session, evidence, onUndo)}>
              Remove
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

interface EvidenceListProps {
  claimId: string;
  onUndo: () => void;
}

function attach(): void {
  useReviewView.setState({ card: { show: 'attach' } });
}

/** What ties a claim to its sources. */
export const EvidenceList = memo(function EvidenceList({ claimId, onUndo }: EvidenceListProps) {
  const session = useSession();
  const { review, readOnly, draft } = session;
  // The span alone: another number paints nothing anew.
  const span = useTopic('shown', ({ shownById }) => shownById().get(claimId)?.span);
  const named = span ? referencesOn(referencesOf(draft), span) : [];
  // Their ids, so that the list is only painted anew when some evidence came or went.
  useTopic('evidence', () =>
    referringTo(review, `claims/${claimId}`, 'evidence')
      .map(({ id }) => id)
      .join(' '),
  );
  const all = referringTo(review, `claims/${claimId}`, 'evidence');
  const isBegun = useKeptForms((forms) => forms[claimId] !== undefined);
  return (
    <section className={styles.evidence} aria-label="Evidence">
      <h3>Evidence</h3>
      <ul>
        {all.map(({ id }) => (
          <EvidenceItem key={id} evidenceId={id} onUndo={onUndo} />
        ))}
      </ul>
      {!readOnly && (
        <Button shortcut="S" onPress={attach}>
          {isBegun ? 'Go on with the source begun' : 'Add source'}
        </Button>
      )}
      {!readOnly && named.length > 0 && (
        <Button shortcut="E" onPress={() => takeOnClaim(session)}>
          {`From the ${named.some(({ isNote }) => !isNote) ? 'link' : 'note'} on these words`}
        </Button>
      )}
    </section>
  );
});
