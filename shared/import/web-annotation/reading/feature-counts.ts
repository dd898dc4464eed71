/** Counts the features of the model that a file uses and that are not taken. */
export class FeatureCounts {
  private readonly counts = new Map<string, number>();

  add(feature: string): void {
    this.counts.set(feature, (this.counts.get(feature) ?? 0) + 1);
  }

  list(): { feature: string; count: number }[] {
    return Array.from(this.counts, ([feature, count]) => ({ feature, count })).sort((a, b) =>
      a.feature < b.feature ? -1 : 1,
    );
  }
}
