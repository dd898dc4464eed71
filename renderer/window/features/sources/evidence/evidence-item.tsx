import { type ReactNode, useEffect, useState } from 'react';
import { showStepNotice } from '#renderer/window/state/article/undo-redo.ts';
import { client } from '#renderer/window/state/base/client.ts';
import { runBackgroundTask } from '#renderer/window/state/base/tasks.ts';
import { openLink } from '#renderer/window/state/desktop.ts';
import { markFileLost, useLostFileIds } from '#renderer/window/state/files/file-states.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { useEntity, useSession, useTopic } from '#renderer/window/state/review/use-session.ts';
import { showSource } from '#renderer/window/state/view/navigate.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { ClippedText, InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import type { Output } from '#shared/contract/commands/commands.ts';
import { isSearchable } from '#shared/domain/base/attachment.ts';
import { type Evidence, type Stance, stanceLabels } from '#shared/domain/base/evidence.ts';
import {
  describePrimacy,
  type Source,
  sourceKindLabels,
  sourceStandingLabels,
} from '#shared/domain/base/source.ts';
import { isReliable } from '#shared/domain/base/source-standing.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import { listAttachments, removeEvidence } from '#shared/domain/sources/evidence-edits.ts';
import type { QuoteLocation } from '#shared/import/base/document-text.ts';
import { detectDirection } from '#shared/text/characters/direction.ts';
import { formatDate } from '#shared/text/format/format-dates.ts';
import { isolate } from '#shared/text/format/wording.ts';
import { AttachmentList } from '../base/attachment-list.tsx';
import styles from './evidence.module.css';

/** Searches the files of a source for a quote, and again when its files change or one of them is lost or restored. */
function useQuoteSearch(sourceId: string, quote: string) {
  const { articleId, review, waitUntilSaved } = useSession();
  /** Null while the files are being searched. */
  const [results, setResults] = useState<NonNullable<Output<'vault.findQuote'>> | null>(null);
  // Lists of ids are joined, so that equal lists are the same value.
  const fileIds = useTopic('attachments', () =>
    listAttachments(review, sourceId)
      .map(({ id }) => id)
      .join(' '),
  );
  const allLostIds = useLostFileIds(articleId).split(' ');
  const lostIds = fileIds.split(' ').filter((id) => allLostIds.includes(id));
  const joinedLostIds = lostIds.join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the search is repeated when a file is lost or restored
  useEffect(() => {
    setResults(null);
    if (fileIds === '') return;
    const outdated = new AbortController();
    const { signal } = outdated;
    const search = async (taskId: string) => {
      // Main reads the quote and the files from the disk.
      await waitUntilSaved();
      if (signal.aborted) return;
      const answer = await client.call('vault.findQuote', { taskId, articleId, sourceId, quote });
      if (signal.aborted) return;
      const found = (answer.ok && answer.value) || [];
      setResults(found);
      for (const { attachmentId, fileState } of found)
        if (fileState) markFileLost(articleId, attachmentId, fileState);
    };
    void runBackgroundTask(search, signal);
    return () => outdated.abort();
  }, [articleId, sourceId, quote, fileIds, joinedLostIds, waitUntilSaved]);

  return { results, lostIds };
}

/**
 * Says whether the quote is in the source's files, and where. Every file has a line during the search too: a line that is added
 * later would move the buttons below it away from the pointer.
 */
function QuoteCheck({ sourceId, quote }: { sourceId: string; quote: string }) {
  const { review } = useSession();
  const { results, lostIds } = useQuoteSearch(sourceId, quote);
  return (
    <div className={styles.checks} role="status">
      {results === null &&
        listAttachments(review, sourceId)
          .filter(isSearchable)
          .map(({ id, name }) => <small key={id}>Looking for the quote in {isolate(name)}…</small>)}
      {results?.map(({ attachmentId, place: location }) => {
        // A result from before the file was lost is no longer true.
        if (location.state !== 'unreadable' && lostIds.includes(attachmentId)) return null;
        const description = describeQuoteLocation(
          location,
          review.attachments.get(attachmentId)?.name ?? 'its file',
        );
        return (
          description && (
            <small key={attachmentId} className={description.isFound ? styles.found : styles.missing}>
              {description.text}
            </small>
          )
        );
      })}
    </div>
  );
}

function describeQuoteLocation(
  location: QuoteLocation,
  fileName: string,
): { isFound: boolean; text: string } | null {
  const name = isolate(fileName);
  switch (location.state) {
    case 'found': {
      const { page, line } = location;
      const position = page !== null ? `, page ${page}` : line !== null ? `, line ${line}` : '';
      return { isFound: true, text: `✓ The quote is in ${name}${position}` };
    }
    case 'notFound':
      return { isFound: false, text: `✗ The quote is not in ${name}` };
    case 'unreadable':
      return { isFound: false, text: `${name} could not be searched: ${location.why}` };
    case 'noText':
      return null;
  }
}

interface ItemAction {
  label: string;
  shortcut?: string | undefined;
  run: () => void;
}

interface ItemButtonsProps {
  titleId: string;
  actions: readonly (ItemAction | false)[];
}

/** The buttons below a piece of evidence, stored or proposed. */
export function ItemButtons({ titleId, actions }: ItemButtonsProps) {
  return (
    <div className={`wrapping-row ${styles.buttons}`}>
      {actions
        .filter((action) => action !== false)
        .map(({ label, shortcut, run }) => (
          <Button key={label} kind="quiet" shortcut={shortcut} aria-describedby={titleId} onPress={run}>
            {label}
          </Button>
        ))}
    </div>
  );
}

interface EvidenceFieldsProps {
  /** The source that the fields are of; null when none is known. */
  source: Pick<Source, 'kind' | 'author' | 'publisher' | 'publishedAt' | 'url'> | null;
  locator: string | null;
  quote: string | null;
  /** More facts for the line of facts, at its end. */
  moreFacts?: readonly (string | false | null | undefined)[];
  children?: ReactNode;
}

/** The quote, place and facts of evidence, stored or proposed by the author. */
export function EvidenceFields({ source, locator, quote, moreFacts = [], children }: EvidenceFieldsProps) {
  const facts = [
    source?.author,
    source?.publisher,
    source?.publishedAt && formatDate(source.publishedAt),
    locator,
    source && sourceKindLabels[source.kind].toLowerCase(),
    ...moreFacts,
  ];
  return (
    <>
      {quote !== null && <q dir={detectDirection(quote, null)}>{quote}</q>}
      {children}
      <small>
        <InlineList parts={facts} />
      </small>
      {source && source.url !== null && (
        <small>
          <ClippedText lines={2} isFocusable>
            {source.url}
          </ClippedText>
        </small>
      )}
    </>
  );
}

/** Removes a source from a claim by deleting the evidence, and offers to undo that. The source stays in the review. */
export function removeFromClaim(session: Session, evidence: Evidence): void {
  const { review, apply } = session;
  const title = review.sources.get(evidence.sourceId)?.title ?? 'its source';
  const number = session.outlineById().get(evidence.claimId)?.number;
  const step = removeEvidence(evidence);
  if (!apply(step)) return;
  const claim = number === undefined ? 'the claim' : `claim ${number}`;
  showStepNotice(session, `“${title}” removed from ${claim}.`, step.edits);
}

/** The colour of each stance: the one of a verdict. */
export const stanceTones: Record<Stance, Verdict> = {
  supports: 'verified',
  refutes: 'disputed',
  context: 'unchecked',
};

/** One piece of evidence: what the source says, where, and what can be done with it. */
export function EvidenceItem({ evidenceId }: { evidenceId: string }) {
  const session = useSession();
  const evidence = useEntity('evidence', evidenceId);
  const source = useEntity('sources', evidence?.sourceId ?? '');
  if (!evidence || !source) return null;
  const { id, title, url, archiveUrl, standing } = source;
  const titleId = `source-of-${evidence.id}`;
  return (
    <li className={styles.item} data-evidence={evidence.id}>
      <span className={`${styles.stance} ${stanceTones[evidence.stance]}`}>
        {[stanceLabels[evidence.stance], describePrimacy(source)].filter(Boolean).join(' · ')}
        {source.confidential && ' · confidential'}
      </span>
      <button
        type="button"
        id={titleId}
        className={`bare-button ${styles.title}`}
        dir="auto"
        onClick={() => showSource(id)}
      >
        {title}
      </button>
      {!isReliable(source) && (
        <small className={styles.unreliable}>
          {sourceStandingLabels[standing]}: {source.standingReason ?? 'no reason given'}
        </small>
      )}
      <EvidenceFields source={source} locator={evidence.locator} quote={evidence.quote}>
        {evidence.quote !== null && <QuoteCheck sourceId={id} quote={evidence.quote} />}
        {evidence.note !== null && <p dir="auto">{evidence.note}</p>}
      </EvidenceFields>
      <AttachmentList sourceId={id} isEditable={false} />
      <ItemButtons
        titleId={titleId}
        actions={[
          url !== null && { label: 'Open link', run: () => void openLink(url) },
          archiveUrl !== null && { label: 'Open archived copy', run: () => void openLink(archiveUrl) },
          !session.readOnly && { label: 'Edit', run: () => editEvidence(evidence.id) },
          !session.readOnly && { label: 'Remove', run: () => removeFromClaim(session, evidence) },
        ]}
      />
    </li>
  );
}

function editEvidence(evidenceId: string): void {
  useReviewView.setState({ card: { show: 'evidence', evidenceId } });
}
