import { compareSpans, type Span, isSameSpan } from '../../../shared/text/span';
import type { KeptClaim } from './review-content';
import { asSeen, type World } from './model';

/** A claim with a place, as the walk keeps it in mind. */
export interface PlacedClaim extends KeptClaim {
  id: string;
  span: Span;
}

/** The claims that have a place, in reading order. */
export function placed({ content }: Readonly<World>): PlacedClaim[] {
  return Object.entries(content.claims)
    .flatMap(([id, claim]) => (claim.span ? [{ ...claim, id, span: claim.span }] : []))
    .sort((a, b) => compareSpans(a.span, b.span) || (a.id < b.id ? -1 : 1));
}

/** The claim that the verdict keys mean: the one on the selected words, or else the current one. */
export function meant(world: Readonly<World>): PlacedClaim | undefined {
  const { selection, current } = world;
  if (selection === asSeen) return undefined;
  return placed(world).find(({ id, span }) => (selection ? isSameSpan(span, selection) : id === current));
}

export function currentOf(world: Readonly<World>): PlacedClaim | undefined {
  return placed(world).find(({ id }) => id === world.current);
}

/** The claim that a key is for: that of the row the keyboard went to, or else the current one. */
export function keyedOf(world: Readonly<World>): PlacedClaim | undefined {
  return placed(world).find(({ id }) => id === (world.row ?? world.current));
}

/** A key is pressed for the claim whose row the keyboard went to: it is the current one then, and no words stay selected. */
export function takeRow(world: World): void {
  if (world.row === null || world.row === world.current) return;
  world.current = world.row;
  world.selection = null;
}

/** What is selected, if it is known. */
export function selectedIn({ selection }: Readonly<World>): Span | null {
  return selection === asSeen ? null : selection;
}
