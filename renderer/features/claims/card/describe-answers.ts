import { z } from 'zod';
import { type Answer, answerSchema, correctionOutcomeLabels } from '../../../../shared/domain/answer';
import { isolate } from '../../../../shared/text/format/isolate';
import { type HistoryContext, quoteText } from './history-context';

function readAnswers(value: unknown): Answer[] {
  return z.array(answerSchema).safeParse(value).data ?? [];
}

function describeAnswer({ replies, isResolved, correction }: Answer, context: HistoryContext): string[] {
  const parts = [
    ...replies.map(({ by, text }) => `Answer by ${isolate(by ?? 'the author')}: ${quoteText(text, context)}`),
    ...(isResolved ? ['Comment resolved by the author'] : []),
    ...(correction
      ? [`Correction ${quoteText(correction.text, context)} ${correctionOutcomeLabels[correction.outcome]}`]
      : []),
  ];
  return parts.length > 0 ? parts : ['Comment opened again by the author'];
}

/** Describes what a change added to the answers of a claim. */
export function describeNewAnswers(before: unknown, after: unknown, context: HistoryContext): string[] {
  const known = readAnswers(before).length;
  return readAnswers(after)
    .slice(known)
    .flatMap((answer) => describeAnswer(answer, context));
}
