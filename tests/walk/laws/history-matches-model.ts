import equal from 'fast-deep-equal';
import type { Change } from '../../../shared/domain/history/change';
import type { Stored } from '../app/stored-review';
import { type Content, contentOf } from '../model/review-content';
import { asSeen, fresh, type World } from '../model/model';

/** The history has exactly the steps that were asked for, and they did what was asked. */
export function historyLaw(
  added: readonly Change[],
  stored: Pick<Stored, 'review' | 'draft'>,
  world: World,
): string[] {
  const steps = added.map(({ action }) => action);
  if (!isAsked(steps, world.asked))
    return [`the history has [${steps.join(', ')}] where [${world.asked.join(', ')}] was asked for`];
  const content = contentOf(stored.review, stored.draft);
  takeIds(world, content);
  adopt(world, content);
  return differences(world.content, content);
}

/** Whether the steps are those asked for, each in its turn; what ends with a question mark may be missing. */
function isAsked(steps: readonly string[], asked: readonly string[]): boolean {
  const [step, ...others] = steps;
  const [wanted, ...later] = asked;
  if (wanted === undefined) return step === undefined;
  const name = wanted.replace('?', '');
  if (step === name && isAsked(others, later)) return true;
  return wanted.endsWith('?') && isAsked(steps, later);
}

/** Gives what was made the id that the disk has for it. */
function takeIds(world: World, stored: Content): void {
  const idIn = (kept: Readonly<Record<string, unknown>>, there: Readonly<Record<string, unknown>>) =>
    fresh in kept ? Object.keys(there).find((id) => !(id in kept)) : undefined;
  const { claims, sources, ties } = world.content;
  const ids = {
    claim: idIn(claims, stored.claims),
    source: idIn(sources, stored.sources),
    tie: idIn(ties, stored.ties),
  };
  const renamed = <T>(kept: Readonly<Record<string, T>>, id: string | undefined) =>
    id === undefined
      ? kept
      : Object.fromEntries(Object.entries(kept).map(([key, entry]) => [key === fresh ? id : key, entry]));
  const named = (key: string, id: string | undefined) => (key === fresh && id !== undefined ? id : key);
  world.content = {
    ...world.content,
    claims: renamed(claims, ids.claim),
    sources: renamed(sources, ids.source),
    ties: Object.fromEntries(
      Object.entries(renamed(ties, ids.tie)).map(([key, tie]) => [
        key,
        { claim: named(tie.claim, ids.claim), source: named(tie.source, ids.source) },
      ]),
    ),
  };
  if (world.current !== asSeen && world.current === fresh) world.current = ids.claim ?? world.current;
}

/** Takes over what the command did not foretell: where claims stand in a new draft. */
function adopt(world: World, stored: Content): void {
  const { adopts } = world;
  const claims = Object.entries(world.content.claims).map(([id, claim]) => {
    const there = stored.claims[id];
    const span = adopts.includes('places') ? (there?.span ?? null) : claim.span;
    const correction = adopts.includes('corrections') ? (there?.correction ?? '') : claim.correction;
    return [id, { ...claim, span, correction }] as const;
  });
  world.content = { ...world.content, claims: Object.fromEntries(claims) };
}

/** Steps that need not have been there, and were: they can be undone like any other, and changed nothing that is kept in mind. */
export function takeOptional(added: readonly Change[], world: World): void {
  const optional = added.length - world.asked.filter((action) => !action.endsWith('?')).length;
  for (let step = 0; step < optional; step += 1) {
    world.undo.push(world.content);
    world.redo = [];
  }
}

/** What is stored other than it was asked for. */
function differences(asked: Content, stored: Content): string[] {
  const tables = ['claims', 'sources', 'ties'] as const;
  return [
    ...(asked.draft === stored.draft ? [] : [`draft ${stored.draft} is stored, not ${asked.draft}`]),
    ...tables.flatMap((table) => {
      const kept: Readonly<Record<string, unknown>> = asked[table];
      const there: Readonly<Record<string, unknown>> = stored[table];
      return [...new Set([...Object.keys(kept), ...Object.keys(there)])]
        .filter((id) => !equal(kept[id], there[id]))
        .map(
          (id) =>
            `${table}: ${JSON.stringify(there[id])} is stored where ${JSON.stringify(kept[id])} was asked for`,
        );
    }),
  ];
}
