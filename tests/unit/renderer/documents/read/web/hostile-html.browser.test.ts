import { afterAll, expect, test } from 'vitest';
import { html } from '#renderer/documents/read/web/html.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import { parseUrl } from '#shared/domain/base/primitives.ts';
import { draftProposalSchema } from '#shared/import/base/proposal.ts';
import { strictReporter } from '../reporter.ts';
import { hostileHtml } from './hostile-html.ts';

const words =
  'The ferry, built in 1986, carried 1.2 million people across the bay, as the ledger says. '.repeat(9);

let runs = 0;
Object.assign(window, { ran: () => (runs += 1) });
afterAll(() => {
  Reflect.deleteProperty(window, 'ran');
});

const read = (markup: string, paste: boolean) =>
  html.readDraft(
    {
      origin: paste ? { kind: 'paste', name: null } : createFileOrigin('a.html'),
      type: paste ? 'text/html' : null,
      charset: null,
      bytes: new TextEncoder().encode(markup),
    },
    strictReporter,
  );

const beacons = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('beacon'));

async function settled() {
  await new Promise((resolve) => setTimeout(resolve, 300));
}

test('hostile HTML that is shown carelessly runs and fetches, so that the next tests prove something', async () => {
  performance.clearResourceTimings();
  const careless = document.createElement('div');
  careless.innerHTML = '<img src="/beacon.png" onerror="ran()" onload="ran()">';
  document.body.append(careless);
  await expect.poll(() => runs > 0 && beacons().length > 0).toBe(true);
  careless.remove();
  runs = 0;
  performance.clearResourceTimings();
});

test.each([
  ['pages', false],
  ['pastes', true],
])(
  'nothing in %s with hostile HTML runs, is fetched, or becomes a link that can’t be opened safely',
  async (_, paste) => {
    performance.clearResourceTimings();
    for (const payload of hostileHtml) {
      const page = `<!doctype html><title>Ferry</title><article><p>${words}</p>${payload}<p>${words}</p></article>`;
      const found = await read(page, paste);
      expect(found, payload).toMatchObject({ ok: true });
      if (!found.ok) continue;
      const { text, marks } = draftProposalSchema.parse(found.proposal);
      expect(text, payload).toContain(words.trim());
      for (const { kind, href } of marks)
        if (kind === 'link') expect(parseUrl(href ?? ''), payload).not.toBeNull();
    }
    await settled();
    expect(runs).toBe(0);
    expect(beacons()).toEqual([]);
  },
);
