import { type Answer, correctionOutcomeLabels } from '../../../../shared/domain/answer';
import { formatDateTime } from '../../../../shared/text/format/format-dates';
import { isolate } from '../../../../shared/text/format/isolate';
import { useSession } from '../../../state/review/use-session';
import { InlineList } from '../../../ui/text/inline-list';
import styles from './claim-card.module.css';
import { LinkedText } from './linked-text';

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
