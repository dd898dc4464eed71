import { useId, useState } from 'react';
import { undoAction } from '#renderer/window/state/article/undo-redo.ts';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import { openLink } from '#renderer/window/state/desktop.ts';
import { markFilesRestored } from '#renderer/window/state/files/file-states.ts';
import { attachPickedFiles, storeFiles } from '#renderer/window/state/files/vault.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import type { ListedClaim } from '#renderer/window/state/review/outline.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import {
  useEntity,
  useLanguage,
  useListedClaims,
  useSession,
  useTable,
} from '#renderer/window/state/review/use-session.ts';
import { goToListedClaim } from '#renderer/window/state/view/navigate.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { SelectField } from '#renderer/window/ui/choices/select-field.tsx';
import { DropZone } from '#renderer/window/ui/drop.tsx';
import card from '#renderer/window/ui/layout/card.module.css';
import { ClippedText, InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import { type Evidence, stanceLabels } from '#shared/domain/base/evidence.ts';
import {
  describePrimacy,
  type Source,
  sourceFieldTraits,
  sourceKindLabels,
} from '#shared/domain/base/source.ts';
import {
  findDuplicateGroups,
  printedTextFields,
  sourceTextFields,
} from '#shared/domain/base/source-fields.ts';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import { getFormerWords } from '#shared/domain/review/placed-claims.ts';
import { findReferrers } from '#shared/domain/review/review.ts';
import { attachFiles, listAttachments } from '#shared/domain/sources/evidence-edits.ts';
import { countClaimsUsing, deleteSource } from '#shared/domain/sources/source-edits.ts';
import { getBlockDirection } from '#shared/drafts/block-direction.ts';
import { type Direction, detectDirection } from '#shared/text/characters/direction.ts';
import { formatDate } from '#shared/text/format/format-dates.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { AttachmentList, showDuplicateFiles } from './base/attachment-list.tsx';
import { getSourceFieldLabel } from './base/source-field-labels.ts';
import { indexClaims } from './list-sources.ts';
import { mergeOrAsk } from './merge-steps.ts';
import styles from './source-card.module.css';
import { SourceStandingChoice } from './source-standing-choice.tsx';

interface SourceClaim {
  evidence: Evidence;
  claim: ListedClaim;
  index: number;
}

/** The claims that use a source, and what it says about each. */
function SourceClaims({ sourceId }: { sourceId: string }) {
  const { review, draft } = useSession();
  const language = useLanguage();
  const claimsById = indexClaims(useListedClaims());
  useTable('evidence');
  const claims = findReferrers(review, `sources/${sourceId}`, 'evidence')
    .flatMap((evidence): SourceClaim[] => {
      const indexed = claimsById.get(evidence.claimId);
      return indexed ? [{ evidence, ...indexed }] : [];
    })
    .sort((a, b) => a.index - b.index);
  const getText = ({ span, number, placement }: ListedClaim) =>
    span === null ? getFormerWords(placement) : `${number}. ${draft.text.slice(span.start, span.end)}`;
  const getDirection = (claim: ListedClaim): Direction =>
    claim.span ? getBlockDirection(draft, claim.span, language) : detectDirection(getText(claim), language);
  return (
    <section className={styles.part} aria-label="Claims that use it">
      <h3>Claims that use it</h3>
      {claims.length === 0 && <p className="small-muted">No claim uses it.</p>}
      <ul className={`plain-list ${styles.claims}`}>
        {claims.map(({ evidence, claim }) => (
          <li key={evidence.id}>
            <button
              type="button"
              className={`bare-button ${styles.claim} ${claim.status}`}
              onClick={() => goToListedClaim(claim)}
            >
              <span aria-hidden="true">{statusLooks[claim.status].glyph}</span>
              <span>
                <ClippedText lines={2} dir={getDirection(claim)}>
                  {getText(claim)}
                </ClippedText>
                <small>
                  <span className="screen-reader-only">{statusLooks[claim.status].label}, </span>
                  <InlineList
                    parts={[
                      claim.span === null && 'waiting for a place',
                      stanceLabels[evidence.stance].toLowerCase(),
                      evidence.locator,
                    ]}
                  />
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourceFacts({ source }: { source: Source }) {
  const origin = useEntity('sources', source.derivedFrom ?? '');
  return (
    <dl className={styles.facts}>
      {listFacts(source).map(
        ([label, value]) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {origin && (
        <div>
          <dt>{getSourceFieldLabel('derivedFrom')}</dt>
          <dd dir="auto">{origin.title}</dd>
        </div>
      )}
    </dl>
  );
}

/** Words, then dates, then addresses, and at the end what no report prints. The title is the heading of the card. */
const fields = [
  ...(['line', 'date', 'address'] as const).flatMap((input) =>
    printedTextFields.filter((field) => field !== 'title' && sourceFieldTraits[field].input === input),
  ),
  ...sourceTextFields.filter((field) => sourceFieldTraits[field].report === 'none'),
];

function listFacts(source: Source): [label: string, value: string | null][] {
  return fields.map((field) => {
    const { input, report } = sourceFieldTraits[field];
    const value = report === 'none' && !source.confidential ? null : source[field];
    const isDate = input === 'date';
    return [getSourceFieldLabel(field, source.kind), value && isDate ? formatDate(value) : value];
  });
}

/** Describes how many claims use a source: "2 claims use it." */
function describeSourceUsage({ review, draft }: Session, sourceId: string): string {
  const count = countClaimsUsing(review, sourceId, draft.number);
  if (count === 0) return 'No claim uses it.';
  return `${formatCount(count, 'claim')} ${count === 1 ? 'uses' : 'use'} it.`;
}

/** Deletes a source and its evidence, says how many claims used it, and offers to undo that. */
export function removeSource({ review, draft, apply }: Session, source: Source): void {
  const { card } = useReviewView.getState();
  const count = countClaimsUsing(review, source.id, draft.number);
  if (!apply(deleteSource(review, source))) return;
  if ((card.show === 'source' || card.show === 'editSource') && card.sourceId === source.id) {
    useReviewView.setState({ card: { show: 'claim' } });
    focusMainArea();
  }
  const used = count === 0 ? '' : ` ${formatCount(count, 'claim')} used it.`;
  showNotice(`“${source.title}” deleted.${used}`, undoAction);
}

/** The part of a source's card that merges a duplicate into it. Sources that look the same are suggested. */
function MergeSection({ source }: { source: Source }) {
  const session = useSession();
  const { review } = session;
  useTable('sources');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const others = [...review.sources.values()].filter(({ id }) => id !== source.id);
  if (others.length === 0) return null;
  const group = findDuplicateGroups(review.sources.values()).find((each) => each.includes(source)) ?? [];
  const suggested = group.filter(({ id }) => id !== source.id);
  // A suggestion is preselected until the reviewer has chosen. The empty option counts as a choice; a merged source does not.
  const isChosenMerged = chosenId !== null && chosenId !== '' && !review.sources.has(chosenId);
  const duplicate = chosenId === null || isChosenMerged ? suggested[0] : review.sources.get(chosenId);
  const merge = () => {
    if (!duplicate || duplicate.id === source.id) return;
    mergeOrAsk(session, source, duplicate);
  };
  const byTitle = others.toSorted((a, b) => a.title.localeCompare(b.title));
  return (
    <section className={styles.part} aria-label="Merge">
      <h3>Duplicate?</h3>
      {suggested.length > 0 && (
        <p className={styles.doubt}>
          It looks the same as “{suggested.map(({ title }) => title).join('”, “')}”.
        </p>
      )}
      <SelectField
        label="Same source as"
        options={[
          { value: '', label: 'Choose a source' },
          ...byTitle.map(({ id, title, author }) => ({
            value: id,
            label: author === null ? title : `${title} (${author})`,
          })),
        ]}
        value={duplicate?.id ?? ''}
        onChange={setChosenId}
      />
      <Button onPress={merge} isDisabled={!duplicate}>
        Merge into this one
      </Button>
    </section>
  );
}

/** Goes back to where the card was opened from: its row in the list, or the article. */
export function closeSourceCard(sourceId: string): void {
  useReviewView.setState({ card: { show: 'claim' } });
  const row = document.querySelector<HTMLElement>(`[data-source="${CSS.escape(sourceId)}"]`);
  if (row) row.focus();
  else focusMainArea();
}

/** Everything about a source: its facts, whether it can be relied on, its claims and files, merging and deleting. */
export function SourceCard({ source }: { source: Source }) {
  const session = useSession();
  const { articleId, review, apply, readOnly } = session;
  useTable('evidence');
  const usageId = useId();
  const { id, title, kind, url, archiveUrl, confidential } = source;

  const attach = async (incoming: Promise<StoredFile[]>) => {
    const context = currentEditContext();
    const files = await incoming;
    if (currentSession()?.review !== review || !review.sources.has(id)) return;
    const filesBefore = listAttachments(review, id);
    apply(attachFiles(review, id, files, context));
    showDuplicateFiles(files, filesBefore);
    markFilesRestored(files);
  };
  const facts = [
    sourceKindLabels[kind].toLowerCase(),
    describePrimacy(source),
    confidential && 'confidential',
  ];
  return (
    <DropZone
      label="Drop to attach to this source"
      onDrop={readOnly ? null : ({ files }) => void attach(storeFiles(articleId, [...files]))}
    >
      <section id="claim-card" className={card.card} aria-label="Source" data-source-id={id}>
        <header className={styles.head}>
          <h2>Source</h2>
          <span>
            <InlineList parts={facts} />
          </span>
          <Button kind="quiet" onPress={() => closeSourceCard(id)}>
            Close
          </Button>
        </header>
        <p className={styles.title} dir="auto">
          {title}
        </p>
        <SourceFacts source={source} />
        <div className="button-row">
          {!readOnly && (
            <Button
              onPress={() => useReviewView.setState({ card: { show: 'editSource', sourceId: id } })}
              autoFocus
            >
              Edit source
            </Button>
          )}
          {url !== null && <Button onPress={() => void openLink(url)}>Open link</Button>}
          {archiveUrl !== null && (
            <Button onPress={() => void openLink(archiveUrl)}>Open archived copy</Button>
          )}
        </div>
        <SourceStandingChoice key={id} source={source} />
        <SourceClaims sourceId={id} />
        <section className={styles.part} aria-label="Files of the source">
          <h3>Files</h3>
          <AttachmentList sourceId={id} isEditable={!readOnly} />
          {!readOnly && (
            <Button onPress={() => void attach(attachPickedFiles(articleId))}>Attach files</Button>
          )}
        </section>
        {!readOnly && <MergeSection source={source} />}
        {!readOnly && (
          <div className={`wrapping-row ${styles.end}`}>
            <small id={usageId} className="small-muted">
              {describeSourceUsage(session, id)}
            </small>
            <Button kind="quiet" aria-describedby={usageId} onPress={() => removeSource(session, source)}>
              Delete source
            </Button>
          </div>
        )}
      </section>
    </DropZone>
  );
}
