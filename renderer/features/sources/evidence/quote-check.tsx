import { nanoid } from 'nanoid';
import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract/commands';
import { canBeSearched } from '../../../../shared/domain/attachment';
import { filesOf } from '../../../../shared/domain/sources/source-edits';
import type { QuotePlace } from '../../../../shared/quotes/quote-location';
import { isolate } from '../../../../shared/text/format/isolate';
import { client } from '../../../state/client';
import { noteLost, useLostFiles } from '../../../state/files/kept-states';
import { useSession, useTopic } from '../../../state/review/session-context';
import styles from './quote-check.module.css';

interface QuoteCheckProps {
  sourceId: string;
  quote: string;
}

type Answers = NonNullable<Output<'vault.findQuote'>>;

function words(place: QuotePlace, fileName: string): { good: boolean; text: string } | null {
  const name = isolate(fileName);
  switch (place.state) {
    case 'found': {
      const where =
        place.page !== null ? `, page ${place.page}` : place.line !== null ? `, line ${place.line}` : '';
      return { good: true, text: `✓ The quote is in ${name}${where}` };
    }
    case 'notFound':
      return { good: false, text: `✗ The quote is not in ${name}` };
    case 'unreadable':
      return { good: false, text: `${name} could not be searched: ${place.why}` };
    case 'noText':
      return null;
  }
}

/**
 * Whether the quoted words really stand in the source's files, and where. A file has its line while it is searched, too: one that
 * came later would push the buttons below it away from the pointer.
 */
export function QuoteCheck({ sourceId, quote }: QuoteCheckProps) {
  const { articleId, review, settled } = useSession();
  const files = useTopic('attachments', () =>
    filesOf(review, sourceId)
      .map(({ id }) => id)
      .join(' '),
  );
  // Only its own files: another's loss is no reason to look again.
  const allLost = useLostFiles(articleId).split(' ');
  const lost = files
    .split(' ')
    .filter((id) => allLost.includes(id))
    .join(' ');
  /** Null while the files are searched. */
  const [answers, setAnswers] = useState<Answers | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked again when a file is lost or mended
  useEffect(() => {
    setAnswers(null);
    if (files === '') return;
    let current = true;
    const taskId = nanoid();
    const ask = async () => {
      // Main looks at what is on the disk.
      await settled();
      if (!current) return;
      const answer = await client.call('vault.findQuote', { taskId, articleId, sourceId, quote });
      if (!current) return;
      const found = (answer.ok && answer.value) || [];
      setAnswers(found);
      for (const { attachmentId, kept } of found) if (kept) noteLost(articleId, attachmentId, kept);
    };
    void ask();
    return () => {
      current = false;
      void client.call('task.cancel', { taskId });
    };
  }, [articleId, sourceId, quote, files, lost, settled]);

  return (
    <div className={styles.checks} role="status">
      {answers === null &&
        filesOf(review, sourceId)
          .filter(canBeSearched)
          .map(({ id, name }) => <small key={id}>Looking for the quote in {isolate(name)} …</small>)}
      {answers?.map(({ attachmentId, place }) => {
        // What was found before in a file that is lost by now says nothing.
        if (place.state !== 'unreadable' && lost.split(' ').includes(attachmentId)) return null;
        const said = words(place, review.attachments.get(attachmentId)?.name ?? 'its file');
        return (
          said && (
            <small key={attachmentId} className={said.good ? styles.found : styles.missed}>
              {said.text}
            </small>
          )
        );
      })}
    </div>
  );
}
