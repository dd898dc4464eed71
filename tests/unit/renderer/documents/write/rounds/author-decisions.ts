import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseXml } from '#renderer/documents/read/base/xml.ts';
import type { WordPlan } from '#shared/reports/word/word-plan.ts';
import { at } from '#shared/text/sequences/at.ts';
import { getId, removeComments, rename } from '../settle-changes.ts';
import { reviewer } from './written-report.ts';

/**
 * An author's decision about a suggested correction, or about one of its tracked changes: the first is a deletion, the last an insertion.
 */
const changeDecision = fc.constantFrom(
  ...(['accept', 'reject', 'ignore'] as const),
  ...(['accept first', 'reject first', 'accept last', 'reject last'] as const),
);

type ChangeDecision = typeof changeDecision extends fc.Arbitrary<infer Value> ? Value : never;

/** The decision on the whole correction: its other changes follow the one that was decided. */
export const getWholeDecision = (decision: ChangeDecision) =>
  decision.startsWith('accept') ? 'accept' : decision.startsWith('reject') ? 'reject' : 'ignore';

/**
 * Decisions of an author about a report, and events in Stet meanwhile. The lists are read again from the start for further changes and
 * comments.
 */
export const randomDecisions = fc.record({
  changes: fc.array(changeDecision, { minLength: 3, maxLength: 12 }),
  comments: fc.array(
    fc.constantFrom(
      'keep' as const,
      'delete' as const,
      'reply' as const,
      'resolve' as const,
      'rewrite' as const,
    ),
    { minLength: 3, maxLength: 12 },
  ),
  /** Whether the reviewer sets all verdicts again before the file comes back. */
  isJudgedAgain: fc.boolean(),
  /** The program that saves the file: Word has minutes only, LibreOffice drops durable ids, others change the time zone. */
  program: fc.constantFrom('none' as const, 'Word' as const, 'LibreOffice' as const, 'zone' as const),
});

export type Decisions = typeof randomDecisions extends fc.Arbitrary<infer Value> ? Value : never;

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const w14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml';

const all = (document: Document, name: string) => Array.from(document.getElementsByTagNameNS('*', name));
const getText = (element: Element) =>
  [...all2(element, 't'), ...all2(element, 'delText')].map(({ textContent }) => textContent ?? '').join('');
const all2 = (element: Element, name: string) => Array.from(element.getElementsByTagNameNS('*', name));

const isOurs = (element: Element) =>
  Array.from(element.attributes).some(({ localName, value }) => localName === 'author' && value === reviewer);

/** The tracked changes of a plan as elements of the written document, in its order. */
function listTracked(document: Document, { changes }: WordPlan): Element[][] {
  const elements = Array.from(document.getElementsByTagNameNS(w, '*')).filter(
    (element) => /^(ins|del)$/.test(element.localName) && isOurs(element),
  );
  let next = 0;
  return changes.map(({ span, text }) => {
    const own: Element[] = [];
    const take = (name: string, length: number) => {
      let taken = 0;
      for (let one = elements[next]; one?.localName === name && taken < length; one = elements[next]) {
        own.push(one);
        taken += getText(one).length;
        next += 1;
      }
    };
    take('del', span.end - span.start);
    take('ins', text.length);
    return own;
  });
}

function settle(element: Element, decision: 'accept' | 'reject'): void {
  if (element.localName !== (decision === 'accept' ? 'ins' : 'del')) {
    element.remove();
    return;
  }
  for (const text of all2(element, 'delText')) rename(text, 't');
  element.replaceWith(...element.childNodes);
}

/** Gives all dates of our comments and changes another form. */
function changeDates(document: Document, change: (date: string) => string): void {
  for (const element of document.getElementsByTagNameNS(w, '*')) {
    const date = element.getAttributeNS(w, 'date');
    if (date !== null) element.setAttributeNS(w, 'w:date', change(date));
  }
}

const dateChanges: Record<Decisions['program'], (date: string) => string> = {
  none: (date) => date,
  LibreOffice: (date) => date,
  Word: (date) => date.replace(/:\d\dZ$/, ':00Z'),
  zone: (date) => new Date(Date.parse(date) + 2 * 3_600_000).toISOString().replace('.000', ''),
};

const element = (document: Document, name: string, attributes: Record<string, string>, text?: string) => {
  const created = document.createElementNS(w, `w:${name}`);
  for (const [key, value] of Object.entries(attributes))
    created.setAttributeNS(key.startsWith('w14:') ? w14 : w, key.includes(':') ? key : `w:${key}`, value);
  if (text !== undefined) created.textContent = text;
  return created;
};

/** Writes a text in place of all that a comment says. Its last paragraph keeps its id. */
function rewrite(document: Document, comment: Element, text: string): void {
  const paragraphs = all2(comment, 'p');
  const last = at(paragraphs, paragraphs.length - 1);
  for (const paragraph of paragraphs) if (paragraph !== last) paragraph.remove();
  const run = element(document, 'r', {});
  run.append(element(document, 't', {}, text));
  last.replaceChildren(run);
}

/** The id of the last paragraph of a comment, by which the other parts know it. */
const getParagraphId = (comment: Element) => {
  const paragraphs = all2(comment, 'p');
  return at(paragraphs, paragraphs.length - 1).getAttributeNS(w14, 'paraId') ?? '';
};

/** The words that an author writes about a claim. */
export const createReply = (index: number) => `Reply ${index}: see the register`;
export const createRewriting = (index: number) => `Rewritten ${index}: I saw it myself`;

/** Adds the part of threads, as Word does when it saves a file without one: with an entry for each comment. */
function addThreads(files: Record<string, Uint8Array>, comments: Document): Document {
  const append = (name: string, end: string, xml: string) => {
    files[name] = strToU8(strFromU8(files[name] ?? new Uint8Array()).replace(end, `${xml}${end}`));
  };
  append(
    'word/_rels/document.xml.rels',
    '</Relationships>',
    '<Relationship Id="threads" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>',
  );
  append(
    '[Content_Types].xml',
    '</Types>',
    '<Override PartName="/word/commentsExtended.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"/>',
  );
  const entries = all(comments, 'comment').map(
    (comment) => `<w15:commentEx w15:paraId="${getParagraphId(comment)}" w15:done="0"/>`,
  );
  const root = parseXml(`<w15:commentsEx xmlns:w15="${w15}">${entries.join('')}</w15:commentsEx>`);
  if (!root) throw new Error('the threads are no XML');
  return root.ownerDocument;
}

/** The file as its author sends it back. */
export function decide(bytes: Uint8Array, plan: WordPlan, decisions: Decisions): Uint8Array {
  const files = unzipSync(bytes);
  const open = (name: string) => parseXml(strFromU8(files[name] ?? new Uint8Array()))?.ownerDocument ?? null;
  const body = open('word/document.xml');
  const comments = open('word/comments.xml');
  const states = comments && addThreads(files, comments);
  if (!body) throw new Error('there is no document');
  const tracked = listTracked(body, plan);
  for (const [index, elements] of tracked.entries()) {
    const decision = at(decisions.changes, index % decisions.changes.length);
    const whole = getWholeDecision(decision);
    const decided = decision.endsWith('first')
      ? elements.slice(0, 1)
      : decision.endsWith('last')
        ? elements.slice(-1)
        : elements;
    if (whole !== 'ignore') for (const one of decided) settle(one, whole);
  }
  if (comments && states) {
    for (const [index, comment] of all(comments, 'comment').entries()) {
      const decision = at(decisions.comments, index % decisions.comments.length);
      const paragraphId = getParagraphId(comment);
      const state = all(states, 'commentEx').find((one) => one.getAttributeNS(w15, 'paraId') === paragraphId);
      if (decision === 'delete') {
        removeComments(body, new Set([getId(comment)]));
        comment.remove();
        state?.remove();
      } else if (decision === 'resolve') state?.setAttributeNS(w15, 'w15:done', '1');
      else if (decision === 'rewrite') rewrite(comments, comment, createRewriting(index));
      else if (decision === 'reply') {
        const replyId = (0x10000000 + index).toString(16).toUpperCase();
        const reply = element(comments, 'comment', {
          id: `${5000 + index}`,
          author: 'Cora',
          date: '2026-11-25T10:00:00Z',
        });
        const paragraph = element(comments, 'p', { 'w14:paraId': replyId });
        const run = element(comments, 'r', {});
        run.append(element(comments, 't', {}, createReply(index)));
        paragraph.append(run);
        reply.append(paragraph);
        comment.after(reply);
        const answer = states.createElementNS(w15, 'w15:commentEx');
        answer.setAttributeNS(w15, 'w15:paraId', replyId);
        answer.setAttributeNS(w15, 'w15:paraIdParent', paragraphId);
        answer.setAttributeNS(w15, 'w15:done', '0');
        state?.after(answer);
      }
    }
    changeDates(comments, dateChanges[decisions.program]);
  }
  changeDates(body, dateChanges[decisions.program]);
  if (decisions.program === 'LibreOffice') delete files['word/commentsIds.xml'];
  const write = (document: Document | null) =>
    strToU8(new XMLSerializer().serializeToString(document ?? body));
  return zipSync({
    ...files,
    'word/document.xml': write(body),
    ...(comments &&
      states && { 'word/comments.xml': write(comments), 'word/commentsExtended.xml': write(states) }),
  });
}
