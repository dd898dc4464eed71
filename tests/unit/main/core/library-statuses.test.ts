import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { getClaimStatus } from '../../../../shared/domain/claims/recheck';
import { findPlacement } from '../../../../shared/domain/review/placed-claims';
import { reviewFromData } from '../../../../shared/domain/review/review-copy';
import { tempFolder } from '../support/temp-folder';
import { testCore } from '../support/test-core';

const fixtures = resolve(import.meta.dirname, '../../../fixtures/libraries');

/**
 * The statuses of each claim by its id, of each library by its name: before sentences were cut by rules for each language, and of
 * later libraries when they were made.
 */
const earlier = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(JSON.parse(readFileSync(resolve(fixtures, '../sentences/library-statuses.json'), 'utf8')));

/** Finds the status of each claim of a library in its newest draft, by the claim's id. */
async function findStatuses(name: string): Promise<Record<string, string>> {
  const userData = await tempFolder();
  const folder = join(userData, 'library');
  await cp(join(fixtures, name, 'library'), folder, { recursive: true });
  const settings = join(fixtures, name, 'user-data', 'settings.json');
  if (existsSync(settings)) await cp(settings, join(userData, 'settings.json'));
  const stet = testCore(folder);
  const statuses: Record<string, string> = {};
  for (const { id: articleId } of (await stet.call('library.list', null)).articles) {
    const opened = await stet.call('review.open', { articleId });
    const review = reviewFromData(opened.review);
    for (const claim of review.claims.values()) {
      const span = findPlacement(review, claim.id, opened.draft.id)?.span ?? null;
      statuses[claim.id] = getClaimStatus(review, opened.draft, claim, span);
    }
  }
  return statuses;
}

test('the statuses of every library are known', () => {
  const libraries = readdirSync(fixtures).filter((name) => name !== 'README.md');
  expect(Object.keys(earlier)).toEqual(libraries.toSorted());
});

test.each(Object.keys(earlier))(
  'each claim of the library %s has the status that it had before, however sentences were cut then',
  async (name) => {
    expect(await findStatuses(name)).toEqual(earlier[name]);
  },
);
