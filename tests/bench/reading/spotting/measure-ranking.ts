import { rankSentences } from '../../../../shared/spotting/rank-sentences';
import { createRandom } from '../../support/random';
import type { Print } from '../../support/report-metrics';
import type { LabelledDocument } from './labelled-set';
import { averageScores, type RankingScores, scoreOrder } from './ranking-metrics';

/** Gives each sentence of a document a number: the greater, the earlier it is checked. */
type Ranker = (document: LabelledDocument) => readonly number[];

function byText(score: (sentence: string) => number): Ranker {
  return ({ draft, sentences }) => sentences.map(({ start, end }) => score(draft.text.slice(start, end)));
}

const rankers: Record<string, Ranker> = {
  Stet: ({ draft, sentences }) => rankSentences(draft, sentences),
  'random order': byText(() => 0),
  'sentence length': byText((sentence) => sentence.length),
  'digit count': byText((sentence) => sentence.match(/\p{Nd}/gu)?.length ?? 0),
};

/** Sentences with the same score are put in random order this often, and the scores averaged: no order of a file helps a ranker. */
const tieRounds = 100;
const tieSeed = 7;

interface Ranking {
  byDocument: RankingScores;
  together: RankingScores;
}

/** Prints how well sentences are ranked, beside random order, sentence length and the count of digits, on the same sentences. */
export function measureRanking(print: Print, name: string, documents: readonly LabelledDocument[]): void {
  const labels = documents.flatMap(({ isWorth }) => isWorth);
  const worth = labels.filter(Boolean).length;
  print(`  ${name}: ${labels.length} sentences in ${documents.length} documents, ${worth} worth checking`);
  if (worth === 0) return;
  print('                    by document: MAP   P@10   top 10%  top 20% | together: P@10   top 10%  top 20%');
  const rankings = Object.entries(rankers).map(([ranker, rank]) => {
    const ranking = scoreRanker(documents, rank);
    const { byDocument, together } = ranking;
    print(
      `    ${ranker.padEnd(28)} ${format(byDocument.averagePrecision)}  ${format(byDocument.precisionAt10)}  ${format(byDocument.recallInTop10Percent)}    ${format(byDocument.recallInTop20Percent)}   |           ${format(together.precisionAt10)}  ${format(together.recallInTop10Percent)}    ${format(together.recallInTop20Percent)}`,
    );
    return ranking;
  });
  const [ours, , , digits] = rankings;
  if (!ours || !digits) return;
  const ratio = ours.together.recallInTop10Percent / digits.together.recallInTop10Percent;
  const most = Math.min(1, Math.ceil(labels.length * 0.1) / worth);
  print(
    `    recall in the top 10%: ${ratio.toFixed(2)} x that of the digit count; ${format(most)} is the most that any order can have`,
  );
}

function scoreRanker(documents: readonly LabelledDocument[], rank: Ranker): Ranking {
  const scored = documents.map((document) => {
    const scores = rank(document);
    return document.isWorth.map((isWorth, index) => ({ isWorth, score: scores[index] ?? 0 }));
  });
  return {
    byDocument: averageScores(scored.filter((one) => one.some(({ isWorth }) => isWorth)).map(scoreWithTies)),
    together: scoreWithTies(scored.flat()),
  };
}

function scoreWithTies(sentences: readonly { isWorth: boolean; score: number }[]): RankingScores {
  const random = createRandom(tieSeed);
  const rounds = Array.from({ length: tieRounds }, () => {
    const shuffled = sentences.map((sentence) => ({ ...sentence, tie: random.next() }));
    shuffled.sort((a, b) => b.score - a.score || a.tie - b.tie);
    return scoreOrder(shuffled.map(({ isWorth }) => isWorth));
  });
  return averageScores(rounds);
}

function format(value: number): string {
  return value.toFixed(3);
}
