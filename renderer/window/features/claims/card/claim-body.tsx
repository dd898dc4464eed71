import { Fragment, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { client } from '#renderer/window/state/base/client.ts';
import { openLink } from '#renderer/window/state/desktop.ts';
import { useKeyName } from '#renderer/window/state/keys.ts';
import { useDebouncedField } from '#renderer/window/state/review/typing.ts';
import { useSaveState, useSession } from '#renderer/window/state/review/use-session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { SelectField } from '#renderer/window/ui/choices/select-field.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import { InlineList, ShortenedText } from '#renderer/window/ui/text/isolated-text.tsx';
import {
  type Answer,
  type Claim,
  claimKindLabels,
  claimKinds,
  correctionOutcomeLabels,
} from '#shared/domain/base/claim.ts';
import {
  maxLineLength,
  maxProseLength,
  normalizeInput,
  normalizeLineInput,
} from '#shared/domain/base/primitives.ts';
import { type EditableClaimFields, editClaim } from '#shared/domain/claims/claim-edits.ts';
import type { HistoryEntry } from '#shared/domain/history/claim-history.ts';
import { findAddresses } from '#shared/references/addresses.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import { isolate } from '#shared/text/format/wording.ts';
import { TagField } from '../tags/tag-field.tsx';
import styles from './claim-card.module.css';
import { describeHistoryEntry } from './describe-history-entry.ts';

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** Who changed what on the claim and when, as stored on the disk, newest first. Each claim's list starts empty. */
export const ClaimHistory = memo(function ClaimHistory({ claimId }: { claimId: string }) {
  return <HistoryOfClaim key={claimId} claimId={claimId} />;
});

function HistoryOfClaim({ claimId }: { claimId: string }) {
  const session = useSession();
  const { articleId, review, draft } = session;
  const saveState = useSaveState();
  const [error, setError] = useState<string | null>(null);
  const [entries, setEntries] = useState<HistoryEntry[]>([]);

  // Read again whenever something was saved.
  useEffect(() => {
    if (saveState.state !== 'saved') return;
    let isCurrent = true;
    void client.call('review.history', { articleId, claimId }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setEntries(answer.value.toReversed());
      setError(answer.ok ? null : answer.error.message);
    });
    return () => {
      isCurrent = false;
    };
  }, [articleId, claimId, saveState]);

  return (
    <section className={styles.history} aria-label="History">
      <h3 className="section-heading">History</h3>
      {error !== null && <p>{error}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.changeId}>
            <ShortenedText
              short={describeHistoryEntry(entry, { review, draft, maxQuoteLength: 80 })}
              full={describeHistoryEntry(entry, { review, draft, maxQuoteLength: Number.POSITIVE_INFINITY })}
            />
            <small>
              <bdi>{entry.by ?? 'the reviewer'}</bdi>,{' '}
              <time dateTime={entry.at}>{timeFormat.format(new Date(entry.at))}</time>
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ClaimFieldsProps extends EditableClaimFields {
  claimId: string;
  /** The claim's text in the article, with which a new correction starts. */
  text: string;
}

const kindOptions = [
  { value: '', label: 'Not set' },
  ...claimKinds.map((kind) => ({ value: kind, label: claimKindLabels[kind] })),
];

/** The fields that the reviewer fills in. Each pause in typing ends one step that can be undone. */
export const ClaimFields = memo(function ClaimFields({ claimId, text, ...fields }: ClaimFieldsProps) {
  const { review, apply, readOnly } = useSession();
  const onChange = (changed: Partial<EditableClaimFields>) => {
    const claim = review.claims.get(claimId);
    if (claim) apply(editClaim(claim, changed));
  };
  const note = useDebouncedField(fields.note ?? '', (value) => onChange({ note: normalizeInput(value) }));
  const correction = useDebouncedField(
    fields.correction ?? '',
    (value) => onChange({ correction: normalizeInput(value) }),
    readOnly || text.length > maxProseLength ? '' : text,
  );
  const claimant = useDebouncedField(fields.claimant ?? '', (value) =>
    onChange({ claimant: normalizeLineInput(value) }),
  );
  const noteField = useRef<HTMLTextAreaElement>(null);
  const noteFocusRequest = useReviewView((view) => view.noteFocusRequest);

  useEffect(() => {
    if (!noteFocusRequest) return;
    useReviewView.setState({ noteFocusRequest: null });
    noteField.current?.focus();
  }, [noteFocusRequest]);

  return (
    <>
      <Field
        label="Note"
        maxLength={maxProseLength}
        lines={2}
        inputRef={noteField}
        isReadOnly={readOnly}
        {...note}
      />
      <Field label="Change to" maxLength={maxProseLength} lines={2} isReadOnly={readOnly} {...correction} />
      <div className={styles.pair}>
        <Field label="Stated by" maxLength={maxLineLength} isReadOnly={readOnly} {...claimant} />
        <SelectField
          label="Kind"
          options={kindOptions}
          value={fields.kind ?? ''}
          isDisabled={readOnly}
          onChange={(value) => onChange({ kind: claimKinds.find((kind) => kind === value) ?? null })}
        />
      </div>
    </>
  );
});

/** A text in which each address opens like other external links, after the person agreed to its host. */
function LinkedText({ text }: { text: string }) {
  const addresses = findAddresses(text);
  return (
    <span>
      {addresses.map(({ url, start, end }, index) => (
        <Fragment key={start}>
          {text.slice(addresses[index - 1]?.end ?? 0, start)}
          <button type="button" className={styles.link} onClick={() => void openLink(url)}>
            {text.slice(start, end)}
          </button>
        </Fragment>
      ))}
      {text.slice(addresses.at(-1)?.end ?? 0)}
    </span>
  );
}

/** The author's answers from Word reports that came back, the newest first. Renders nothing without answers. */
export function Answers({ answers }: { answers: readonly Answer[] }) {
  if (answers.length === 0) return null;
  return (
    <section className={styles.answers} aria-label="Answers from the author">
      <h3 className="section-heading">Answers from the author</h3>
      <ol>
        {answers.toReversed().map((answer) => (
          <li key={answer.draftId}>
            <AnswerItem answer={answer} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function AnswerItem({ answer }: { answer: Answer }) {
  const { review } = useSession();
  const { draftId, replies, isResolved, correction } = answer;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const number = review.drafts.get(draftId)?.number;
  const isReopened = replies.length === 0 && !isResolved && !correction;
  return (
    <>
      {replies.map(({ by, at, text }) => (
        <blockquote key={`${by} ${at} ${text}`} dir="auto">
          <LinkedText text={text} />
          <small>
            <bdi>{by ?? 'the author'}</bdi>
            {at !== null && (
              <>
                , <time dateTime={at}>{formatDateTime(at, timeZone)}</time>
              </>
            )}
          </small>
        </blockquote>
      ))}
      {correction && (
        <p>
          Correction “{isolate(correction.text)}” {correctionOutcomeLabels[correction.outcome]}.
        </p>
      )}
      <small>
        <InlineList
          parts={[
            isResolved && 'comment resolved',
            isReopened && 'comment opened again',
            number !== undefined && `came with draft ${number}`,
          ]}
        />
      </small>
    </>
  );
}

interface ClaimBodyProps {
  claim: Claim;
  /** The claim's text in the article; for an unplaced claim, its last one. */
  text: string;
  evidence: ReactNode;
  /** Splits the claim; null where it has a single sentence or no place. */
  onSplit: (() => void) | null;
  onDelete: () => void;
}

/** The part of the card that placed and unplaced claims share: the author's answers, the fields, the evidence, the history. */
export function ClaimBody({ claim, text, evidence, onSplit, onDelete }: ClaimBodyProps) {
  const { readOnly } = useSession();
  const splitKey = useKeyName('splitClaim');
  return (
    <>
      <Answers answers={claim.answers} />
      <ClaimFields
        key={`fields ${claim.id}`}
        claimId={claim.id}
        text={text}
        note={claim.note}
        correction={claim.correction}
        claimant={claim.claimant}
        kind={claim.kind}
      />
      <TagField key={`tags ${claim.id}`} claims={[claim]} />
      {evidence}
      <ClaimHistory claimId={claim.id} />
      {!readOnly && (
        <div className={styles.end}>
          {onSplit && (
            <Button kind="quiet" shortcut={splitKey} onPress={onSplit}>
              Split by sentence
            </Button>
          )}
          <Button kind="quiet" onPress={onDelete}>
            Delete claim
          </Button>
        </div>
      )}
    </>
  );
}
