import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import type { PlanComment } from '#shared/reports/word/word-plan.ts';
import type { Span } from '#shared/text/span.ts';
import { fileOf, makeDocx, p } from '#tests/unit/renderer/documents/read/word/make-docx.ts';
import { readXml } from '../read-parts.ts';
import { getId } from '../settle-changes.ts';
import { readDocument } from '../word-files.ts';
import { createPlanChange, createPlanComment, readMapped, reviewer, writeInto } from '../write-report.ts';
import { addReply, type Program, resolveThreads, saveAs } from './saved-report.ts';

const text = 'The ferry sank in 1986, and twelve people drowned.';
const spanOf = (words: string): Span => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const line = (words: string) => [{ text: words, isBold: false, href: null }];

/** The comment of a claim whose verdict is in the heading. */
function say(claim: number, words: string, heading: string, ...lines: string[]): PlanComment {
  const first = [{ text: `${heading} · claim ${claim}`, isBold: true, href: null }];
  return { ...createPlanComment(claim, spanOf(words)), lines: [first, ...lines.map(line)] };
}

function map(bytes: Uint8Array) {
  const draft = readMapped(bytes);
  if (!draft) throw new Error('there is no text');
  return draft;
}

const write = async (bytes: Uint8Array, plan: Parameters<typeof writeInto>[2]) =>
  (await writeInto(bytes, map(bytes), plan)).bytes;

/** The first lines of the comments of each thread, as the importer finds them. */
const listThreads = (bytes: Uint8Array) =>
  readDocument(bytes).comments.threads.map(({ first, replies }) =>
    [first, ...replies].map((comment) => comment.text.split('\n')[0]),
  );

/** The first lines of the comments in the order of their references in the text. */
function listByReferences(bytes: Uint8Array) {
  const words = new Map(
    readDocument(bytes).comments.threads.flatMap(({ first, replies }) =>
      [first, ...replies].map(({ id, text: said }) => [id, said.split('\n')[0] ?? '']),
    ),
  );
  const references = readXml(bytes, 'word/document.xml').getElementsByTagNameNS('*', 'commentReference');
  return Array.from(references, (reference) => words.get(getId(reference)) ?? '');
}

const original = () => makeDocx({ body: p(text) });
const ferry = 'ferry sank';
const people = 'twelve people';

describe.each<Program>(['Word', 'LibreOffice', 'Google Docs'])(
  'a second report in a file that %s saved',
  (program) => {
    const reply = async () => {
      const first = await write(original(), {
        comments: [say(1, ferry, 'Disputed', 'No.'), say(2, people, 'Verified')],
      });
      const id = readDocument(first).comments.threads[0]?.first.id ?? '';
      return addReply(saveAs(first, program), id, 'Please look again.', '2026-02-03T04:05:06Z');
    };

    test('answers in the thread of each claim, and repeats nothing', async () => {
      const bytes = await reply();
      const second = await write(bytes, {
        comments: [say(1, ferry, 'Verified', 'It did.'), say(2, people, 'Verified')],
      });
      const threads = listThreads(second);
      expect(threads.flat().toSorted()).toEqual(
        [
          'Disputed · claim 1',
          'Please look again.',
          'Verified (was disputed) · claim 1',
          'Verified · claim 2',
        ].toSorted(),
      );
      const own = threads.find(([first]) => first === 'Disputed · claim 1');
      expect(own?.at(-1)).toBe('Verified (was disputed) · claim 1');
      // LibreOffice orders the replies of a thread by their references in the text.
      expect(listByReferences(second).filter((words) => own?.includes(words))).toEqual(own);
    });

    test('says nothing a third time, and then what is new', async () => {
      const comments = [say(1, ferry, 'Verified', 'It did.'), say(2, people, 'Verified')];
      const second = saveAs(await write(await reply(), { comments }), program);
      const third = await write(second, { comments });
      expect(listThreads(third).flat()).toHaveLength(4);
      const changed = [say(1, ferry, 'Verified', 'It did, in May.'), say(2, people, 'Disputed')];
      const fourth = await write(saveAs(third, program), {
        comments: changed,
        madeAt: '2026-05-06T07:08:09Z',
      });
      const threads = listThreads(fourth);
      expect(threads.flat()).toHaveLength(6);
      expect(threads.map((thread) => thread.at(-1))).toEqual(
        expect.arrayContaining(['Verified (still) · claim 1', 'Disputed (was verified) · claim 2']),
      );
    });

    test('knows a claim that has another number now, and gives its comments that number', async () => {
      const bytes = await reply();
      const claims = [
        say(1, 'The', 'Unchecked'),
        { ...say(2, ferry, 'Disputed', 'No.'), formerNumbers: [1] },
        { ...say(3, people, 'Disputed'), formerNumbers: [2] },
      ];
      // Other durable ids, so that only the rest counts.
      const comments = claims.map((claim, index) => ({ ...claim, durableId: `0000000${index + 1}` }));
      const threads = listThreads(await write(bytes, { comments }));
      expect(threads.flat().toSorted()).toEqual(
        [
          ...['Disputed (was verified) · claim 3', 'Disputed · claim 2', 'Please look again.'],
          ...['Unchecked · claim 1', 'Verified · claim 3'],
        ].toSorted(),
      );
    });
  },
);

describe('a thread that the author resolved', () => {
  const resolved = async () => {
    const first = await write(original(), {
      comments: [say(1, ferry, 'Disputed'), say(2, people, 'Disputed')],
    });
    // A reply makes Word write threads.
    const id = readDocument(first).comments.threads[0]?.first.id ?? '';
    const second = await write(first, {
      comments: [say(1, ferry, 'Disputed', 'No.'), say(2, people, 'Disputed', 'No.')],
    });
    expect(id).not.toBe('');
    return resolveThreads(second, true);
  };
  const listResolved = (bytes: Uint8Array) =>
    readDocument(bytes).comments.threads.map(({ isResolved }) => isResolved);

  test('is opened again by a reply, unless that says that the claim is verified', async () => {
    const bytes = await resolved();
    expect(listResolved(bytes)).toEqual([true, true]);
    const second = await write(bytes, {
      comments: [say(1, ferry, 'Disputed', 'Still no.'), say(2, people, 'Verified')],
    });
    expect(listResolved(second)).toEqual([false, true]);
  });

  test('stays resolved when there is nothing new to say', async () => {
    const bytes = await resolved();
    const again = await write(bytes, {
      comments: [say(1, ferry, 'Disputed', 'No.'), say(2, people, 'Disputed', 'No.')],
    });
    expect(listResolved(again)).toEqual([true, true]);
  });
});

describe('a correction that nobody decided', () => {
  const deserted = say(2, people, 'Disputed', 'Change to “ten people”.');
  const twelve = spanOf('twelve');
  const propose = (words: string) => [createPlanChange(1, twelve, words, 1)];
  const comments = [say(1, ferry, 'Verified'), deserted];
  const first = async () =>
    saveAs(await write(original(), { comments, changes: propose('ten') }), 'LibreOffice');
  const listChanges = (bytes: Uint8Array) =>
    Array.from(
      strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).matchAll(
        /<w:(ins|del) .*?<\/w:\1>/gs,
      ),
      ([xml, kind]) => `${kind} ${xml.replace(/<[^>]+>/g, '')}`,
    );
  const listTexts = (bytes: Uint8Array) =>
    readDocument(bytes).comments.threads.flatMap(({ first: one, replies }) =>
      [one, ...replies].map((comment) => comment.text),
    );

  test('is in the file once, and no comment says that it is not tracked', async () => {
    const bytes = await first();
    const second = await writeInto(bytes, map(bytes), { comments, changes: propose('ten') });
    expect(second.notTracked).toBe(0);
    expect(listChanges(second.bytes)).toEqual(['del twelve', 'ins ten']);
    expect(listTexts(second.bytes)).toEqual(listTexts(bytes));
    const again = readWordDraft(fileOf(second.bytes));
    expect(again.ok && again.proposal.text).toBe(text);
    expect(again.ok && again.notices).toContainEqual({ kind: 'ownChangesUndecided', count: 2 });
  });

  test('gives way to a new one, which is recognised when the file comes back', async () => {
    const bytes = await first();
    const eleven = [say(1, ferry, 'Verified'), say(2, people, 'Disputed', 'Change to “eleven people”.')];
    const second = await write(bytes, { comments: eleven, changes: propose('eleven') });
    expect(listChanges(second)).toEqual(['del twelve', 'ins eleven']);
    expect(map(saveAs(second, 'LibreOffice')).text).toBe(text);
  });

  test('goes when it was withdrawn, and stays where the report has no claim', async () => {
    const bytes = await first();
    const withdrawn = await write(bytes, {
      comments: [say(1, ferry, 'Verified'), say(2, people, 'Verified')],
    });
    expect(listChanges(withdrawn)).toEqual([]);
    expect(map(withdrawn).text).toBe(text);
    const other = await write(bytes, { comments: [say(1, ferry, 'Disputed')] });
    expect(listChanges(other)).toEqual(['del twelve', 'ins ten']);
  });

  test.each([
    ['joins paragraphs', 'sank.\n\nTwelve', 'sank, and twelve'],
    ['begins a paragraph', 'ferry sank', 'ferry.\n\nIt sank'],
  ])('is there once as well when it %s, and goes without a trace', async (_what, words, correction) => {
    const article = makeDocx({ body: p('The ferry sank.') + p('Twelve drowned.') });
    const draft = map(article);
    const start = draft.text.indexOf(words);
    const span = { start, end: start + words.length };
    const claims = [{ ...createPlanComment(1, span), lines: [line('Disputed · claim 1')] }];
    const changes = [createPlanChange(0, span, correction, 0)];
    const written = await writeInto(article, draft, { comments: claims, changes });
    expect(written.notTracked).toBe(0);
    const saved = saveAs(written.bytes, 'LibreOffice');
    expect(map(saved).text).toBe(draft.text);
    const again = await writeInto(saved, map(saved), { comments: claims, changes });
    expect(again.notTracked).toBe(0);
    expect(listChanges(again.bytes)).toEqual(listChanges(written.bytes));
    expect(map(again.bytes).text).toBe(draft.text);
    const withdrawn = await write(saved, { comments: claims });
    const xml = strFromU8(unzipSync(withdrawn)['word/document.xml'] ?? new Uint8Array());
    expect(xml).not.toMatch(/<w:(ins|del|pPrChange) /);
    expect(xml.match(/<w:p[ >]/g)).toHaveLength(2);
    expect(map(withdrawn).text).toBe(draft.text);
  });

  test('is known without its time, and leaves the changes of others alone', async () => {
    const bytes = await first();
    const draft = map(bytes);
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain(`w:author="${reviewer}"`);
    const body = `<w:p><w:ins w:id="70" w:author="Ann Author" w:date="2026-01-01T00:00:00Z"><w:r><w:t>Now </w:t></w:r></w:ins></w:p>`;
    expect(draft.text).toBe(text);
    const second = await write(makeDocx({ body: p(text) + body }), { comments, changes: propose('ten') });
    expect(listChanges(second)).toEqual(['del twelve', 'ins ten', 'ins Now ']);
    const third = await write(second, { comments, changes: propose('nine') });
    expect(listChanges(third)).toEqual(['del twelve', 'ins nine', 'ins Now ']);
  });
});
