import { type Verdict, verdicts } from '#shared/domain/base/verdict.ts';
import { deleteClaim, editClaim, markClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import { reviewFromData } from '#shared/domain/review/review-data.ts';
import type { Step } from '#shared/domain/review/step.ts';
import { createRandom, type Random } from '../bench/support/random.ts';
import { sampleProposal } from '../unit/main/support/sample.ts';
import type { TestCore } from '../unit/main/support/start-core.ts';
import { type Folders, foldersIn, startStet, withTempFolder } from './support/library-folders.ts';
import { createTally, type Print, printTable } from './support/tally.ts';

/** The state that one article should show, without any of the app’s code. */
interface ArticleState {
  title: string;
  /** Verdict and note of each claim by its id. */
  claims: Readonly<Record<string, { verdict: Verdict; note: string | null }>>;
}

/** An article in memory, with undo and redo: each step is a whole state. */
class ReviewModel {
  #states: ArticleState[];
  #at = 0;

  constructor(title: string) {
    this.#states = [{ title, claims: {} }];
  }

  get state(): ArticleState {
    const state = this.#states[this.#at];
    if (!state) throw new Error('there is no state');
    return state;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#states.length - 1;
  }

  /** Adds the next state. Undone steps can't be redone any more. */
  step(state: ArticleState): void {
    this.#states = [...this.#states.slice(0, this.#at + 1), state];
    this.#at += 1;
  }

  undo(): void {
    this.#at -= 1;
  }

  redo(): void {
    this.#at += 1;
  }
}

const reopenEvery = 50;
/** An article is left after this many steps, and the next one begins: opening it takes longer with each change. */
const stepsPerArticle = 1_000;

/** Carries out random steps in Stet and in the model, and compares them. Resolves to the differences. */
export async function followModel(folders: Folders, random: Random, steps: number): Promise<string[]> {
  let starts = 0;
  const open = () => {
    starts += 1;
    return startStet(folders, `start-${starts}`);
  };
  let stet = open();
  const models = new Map<string, ReviewModel>();
  const wrong: string[] = [];
  let articleId = '';
  for (let step = 0; step < steps; step += 1) {
    if (step % stepsPerArticle === 0) {
      const title = `Article ${step}`;
      ({ articleId } = await stet.createArticle(sampleProposal(title)));
      models.set(articleId, new ReviewModel(title));
    }
    const model = models.get(articleId);
    if (!model) break;
    await stepOnce(stet, articleId, model, random);
    if (step % reopenEvery !== reopenEvery - 1) continue;
    // Every other time as after a crash, without the snapshots and lists that closing writes.
    if (random.below(2) === 0) await stet.core.close();
    const before = stet;
    stet = open();
    wrong.push(...(await compare(stet, articleId, model)).map((what) => `step ${step}: ${what}`));
    await before.core.close();
  }
  for (const [id, model] of models) wrong.push(...(await compare(stet, id, model)));
  await stet.core.close();
  return wrong;
}

/** One random step in both. */
async function stepOnce(
  { call, platform }: TestCore,
  articleId: string,
  model: ReviewModel,
  random: Random,
): Promise<void> {
  const kind = random.below(10);
  if (kind === 0 && model.canUndo) {
    await call('review.undo', { articleId });
    return model.undo();
  }
  if (kind === 1 && model.canRedo) {
    await call('review.redo', { articleId });
    return model.redo();
  }
  const opened = await call('review.open', { articleId });
  const review = reviewFromData(opened.review);
  const { draft } = opened;
  const facts = { by: null, at: platform.now().toISOString(), newId: platform.newId };
  const ids = Object.keys(model.state.claims);
  const claim = review.claims.get(ids[random.below(ids.length || 1)] ?? '');
  const { state } = model;
  const verdict = verdicts[random.below(verdicts.length)] ?? 'unchecked';
  const apply = async (step: Step | null, next: ArticleState) => {
    if (!step) return;
    await call('review.apply', { articleId, change: { id: platform.newId(), ...step } });
    model.step(next);
  };
  if (kind === 2) {
    const title = `Title ${random.below(1_000)}`;
    return apply(editArticle(getArticle(review), { title }), { ...state, title });
  }
  if (!claim || kind < 5) {
    const start = random.below(60);
    const { step, claimId } = markClaim(draft, { start, end: start + 1 + random.below(30) }, verdict, facts);
    return apply(step, { ...state, claims: { ...state.claims, [claimId]: { verdict, note: null } } });
  }
  const { [claim.id]: row = { verdict, note: null }, ...others } = state.claims;
  if (kind === 5 && ids.length > 10) return apply(deleteClaim(review, claim), { ...state, claims: others });
  if (kind < 8) {
    const note = `note ${random.below(1_000)}`;
    return apply(editClaim(claim, { note }), {
      ...state,
      claims: { ...others, [claim.id]: { ...row, note } },
    });
  }
  return apply(setVerdict(review, draft, claim, verdict, facts), {
    ...state,
    claims: { ...others, [claim.id]: { ...row, verdict } },
  });
}

/** How what Stet shows differs from the model. */
async function compare({ call }: TestCore, articleId: string, model: ReviewModel): Promise<string[]> {
  const { review, problems, readOnly, canUndo, canRedo } = await call('review.open', { articleId });
  const wrong = [...problems, ...(readOnly ? ['the article is read-only'] : [])];
  const { title, claims } = model.state;
  const sort = (rows: readonly (readonly unknown[])[]) => rows.map((row) => JSON.stringify(row)).sort();
  const shown = sort(review.claims.map(({ id, verdict, note }) => [id, verdict, note]));
  const expected = sort(Object.entries(claims).map(([id, { verdict, note }]) => [id, verdict, note]));
  const at = shown.findIndex((row, index) => row !== expected[index]);
  if (at !== -1 || shown.length !== expected.length)
    wrong.push(
      `${shown.length} claims instead of ${expected.length}: ${shown[at]} instead of ${expected[at]}`,
    );
  if (review.article[0]?.title !== title) wrong.push('the titles differ');
  if (canUndo !== model.canUndo || canRedo !== model.canRedo) wrong.push('undo or redo differ');
  return wrong;
}

const steps = 20_000;

/** Compares random steps with a model in memory, and opens the library anew every 50. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) => {
    const wrong = await followModel(foldersIn(folder), createRandom(seed), steps);
    const tally = { ...createTally(), faults: steps / 50, acknowledged: steps, wrong };
    return printTable(print, [{ fault: 'random steps, reopened every 50', tally }]);
  });
}
