import type { SourceStanding } from '../../../shared/domain/source';
import type { Verdict } from '../../../shared/domain/verdict';
import type { Span } from '../../../shared/text/span';
import { type KeptClaim, keptOnly } from './review-content';
import { asSeen, fresh, reopened, take, type World } from './model';

/** Words become a claim, which is the current one then. */
export function mark(world: World, span: Span, verdict: Verdict): void {
  const claim = { span, verdict, note: '', correction: '', claimant: '' };
  take(world, 'claim.mark', {
    ...world.content,
    claims: { ...world.content.claims, [fresh]: claim },
  });
  world.current = fresh;
  world.selection = null;
}

/** Changes a claim; the same as before changes nothing. */
export function change(world: World, id: string, action: string, after: Partial<KeptClaim>): void {
  const claim = world.content.claims[id];
  if (!claim) throw new Error(`the walk knows no claim ${id}`);
  const claims = { ...world.content.claims, [id]: { ...claim, ...after } };
  take(world, action, { ...world.content, claims });
}

/** A verdict is set on a claim. The same verdict again is a step only when something has changed since. */
export function judge(world: World, id: string, verdict: Verdict): void {
  world.current = id;
  if (world.content.claims[id]?.verdict !== verdict) change(world, id, 'claim.verdict', { verdict });
  else world.asked.push('claim.verdict?');
}

export function deleteClaim(world: World, id: string): void {
  const { claims, ties } = world.content;
  take(world, 'claim.delete', {
    ...world.content,
    claims: keptOnly(claims, (_claim, other) => other !== id),
    ties: keptOnly(ties, ({ claim }) => claim !== id),
  });
  world.current = null;
}

export function setStanding(world: World, id: string, standing: SourceStanding, reason: string): void {
  const source = world.content.sources[id];
  if (!source || (source.standing === standing && source.reason === reason)) return;
  const sources = { ...world.content.sources, [id]: { ...source, standing, reason } };
  take(world, 'source.standing', { ...world.content, sources });
}

/** A claim is tied to a source: to one that is there, or to a new one with this title. */
export function attach(world: World, claim: string, source: string | { title: string }): void {
  const { content } = world;
  const isNew = typeof source !== 'string';
  take(world, 'evidence.attach', {
    ...content,
    sources: isNew
      ? { ...content.sources, [fresh]: { title: source.title, standing: 'good', reason: '' } }
      : content.sources,
    ties: { ...content.ties, [fresh]: { claim, source: isNew ? fresh : source } },
  });
}

/** Takes the last step back, or the last one taken back is done again. Where that leads is seen. */
export function step(world: World, way: 'undo' | 'redo'): void {
  const from = world[way];
  const content = from.pop();
  if (!content) return;
  world.asked.push(way);
  world[way === 'undo' ? 'redo' : 'undo'].push(world.content);
  const isRedrafted = content.draft !== world.content.draft;
  world.content = content;
  // Another draft comes on the screen as if the article were opened anew.
  if (isRedrafted) reopened(world);
  world.current = asSeen;
  world.selection = asSeen;
}
