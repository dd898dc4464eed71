/** How good an order of sentences is, each from 0 to 1. */
export interface RankingScores {
  averagePrecision: number;
  precisionAt10: number;
  recallInTop10Percent: number;
  recallInTop20Percent: number;
}

/** The scores of one order, which says for each place whether the sentence there is worth checking. */
export function scoreOrder(order: readonly boolean[]): RankingScores {
  const total = order.filter(Boolean).length;
  let hits = 0;
  let precisions = 0;
  order.forEach((isHit, index) => {
    if (!isHit) return;
    hits += 1;
    precisions += hits / (index + 1);
  });
  const count = (length: number) => order.slice(0, length).filter(Boolean).length;
  const recallInTop = (share: number) => count(Math.ceil(order.length * share)) / Math.max(1, total);
  return {
    averagePrecision: precisions / Math.max(1, total),
    precisionAt10: count(10) / Math.min(10, Math.max(1, order.length)),
    recallInTop10Percent: recallInTop(0.1),
    recallInTop20Percent: recallInTop(0.2),
  };
}

/** The mean of some scores; zeros when there are none. */
export function averageScores(scores: readonly RankingScores[]): RankingScores {
  const mean = (pick: (one: RankingScores) => number) =>
    scores.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, scores.length);
  return {
    averagePrecision: mean((one) => one.averagePrecision),
    precisionAt10: mean((one) => one.precisionAt10),
    recallInTop10Percent: mean((one) => one.recallInTop10Percent),
    recallInTop20Percent: mean((one) => one.recallInTop20Percent),
  };
}
