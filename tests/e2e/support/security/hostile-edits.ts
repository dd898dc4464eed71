import { emptySource } from '#tests/libraries/sources.ts';

const claim = {
  id: 'c1',
  verdict: 'unchecked',
  judged: null,
  note: null,
  correction: null,
  claimant: null,
  kind: null,
  answers: [],
  tagIds: [],
  createdBy: null,
  createdAt: '2026-11-24T00:00:00.000Z',
};

const source = {
  id: 's1',
  ...emptySource,
  kind: 'webPage',
  title: 'A page',
  standing: 'good',
  standingReason: null,
  standingSince: null,
};

const evidence = {
  id: 'e1',
  claimId: 'nobody',
  sourceId: 'nobody',
  stance: 'supports',
  stanceChosen: true,
  locator: null,
  quote: null,
  note: null,
};

const attachment = {
  id: 'a1',
  sourceId: 's1',
  sha256: '0'.repeat(64),
  name: 'ledger.pdf',
  bytes: 1,
  mime: 'application/pdf',
  addedAt: '2026-11-24T00:00:00.000Z',
};

const dismissedQuery = {
  id: 'q1',
  rule: 'figure',
  words: ['412'],
  reason: null,
  by: null,
  at: claim.createdAt,
};

const tag = { id: 't1', name: 'Legal', color: 'red' };

type Json = Record<string, unknown>;

const create = (table: string, entity: Json) => ({ table, id: entity.id, create: entity });

/** An object with a key `__proto__` of its own, which only a JSON parser creates. */
const polluting = JSON.parse('{"id":"c1","__proto__":{"polluted":true},"constructor":{"polluted":true}}');

interface HostileEdits {
  what: string;
  /** The error code with which main refuses the edits. */
  code: 'badRequest' | 'conflict';
  edits: unknown;
}

/** Edits that main must refuse. */
export const hostileEdits: HostileEdits[] = [
  { what: 'no edits', code: 'badRequest', edits: [] },
  { what: 'no list', code: 'badRequest', edits: { length: 1, 0: create('claims', claim) } },
  { what: 'too many', code: 'badRequest', edits: Array(100_001).fill({}) },
  { what: 'a foreign table', code: 'badRequest', edits: [create('settings', { id: 'x' })] },
  {
    what: 'a table named like a property of every object',
    code: 'badRequest',
    edits: [create('__proto__', { id: 'x' })],
  },
  { what: 'a path as id', code: 'badRequest', edits: [create('claims', { ...claim, id: '../../settings' })] },
  { what: 'an unknown kind', code: 'badRequest', edits: [{ table: 'claims', id: 'c1', replace: claim }] },
  { what: 'two kinds at once', code: 'badRequest', edits: [{ ...create('claims', claim), delete: claim }] },
  { what: 'another article', code: 'badRequest', edits: [create('article', { id: 'another' })] },
  { what: 'a draft without its file', code: 'badRequest', edits: [create('drafts', { id: 'another' })] },
  {
    what: 'a `before` that differs from the stored value',
    code: 'conflict',
    edits: [{ table: 'sources', id: 's1', update: { before: { title: 'This' }, after: { title: 'That' } } }],
  },
  {
    what: 'an update of nothing',
    code: 'conflict',
    edits: [create('claims', claim), { table: 'claims', id: 'c1', update: { before: {}, after: {} } }],
  },
  { what: 'a delete of nothing', code: 'conflict', edits: [{ table: 'claims', id: 'c1', delete: claim }] },
  { what: 'a dangling reference', code: 'conflict', edits: [create('evidence', evidence)] },
  { what: 'half an entity', code: 'conflict', edits: [create('claims', { id: 'c1' })] },
  { what: 'an unknown field', code: 'badRequest', edits: [create('claims', { ...claim, admin: true })] },
  {
    what: 'fields named like properties of every object',
    code: 'badRequest',
    edits: [create('claims', { ...claim, ...polluting })],
  },
  {
    what: 'an id that differs from the entity’s',
    code: 'conflict',
    edits: [{ table: 'claims', id: 'c2', create: claim }],
  },
  {
    what: 'a huge note',
    code: 'conflict',
    edits: [create('claims', { ...claim, note: 'x'.repeat(200_000) })],
  },
  {
    what: 'an address that runs code',
    code: 'conflict',
    edits: [create('sources', { ...source, url: 'javascript:alert(1)' })],
  },
  {
    what: 'an address of a file',
    code: 'conflict',
    edits: [create('sources', { ...source, url: 'file:///etc/passwd' })],
  },
  {
    what: 'a file that is not in the vault',
    code: 'badRequest',
    edits: [create('sources', source), create('attachments', attachment)],
  },
  {
    what: 'a file whose SHA-256 is a path',
    code: 'conflict',
    edits: [
      create('sources', source),
      create('attachments', { ...attachment, sha256: '../../settings.json' }),
    ],
  },
  {
    what: 'a file without a source',
    code: 'conflict',
    edits: [create('attachments', attachment)],
  },
  {
    what: 'an unknown stance',
    code: 'conflict',
    edits: [
      create('claims', claim),
      create('sources', source),
      create('evidence', { ...evidence, claimId: 'c1', sourceId: 's1', stance: 'proves' }),
    ],
  },
  {
    what: 'a tag that is none',
    code: 'conflict',
    edits: [create('claims', { ...claim, tagIds: ['nobody'] })],
  },
  {
    what: 'a colour with a style',
    code: 'conflict',
    edits: [create('tags', { ...tag, color: 'red;x:url(//a)' })],
  },
  {
    what: 'a query of a thousand places',
    code: 'conflict',
    edits: [create('dismissedQueries', { ...dismissedQuery, words: Array(1_000).fill('412') })],
  },
  {
    what: 'a dismissal in a draft that is none',
    code: 'conflict',
    edits: [
      create('dismissals', {
        id: 'd1',
        draftId: 'nobody',
        span: { start: 0, end: 1 },
        by: null,
        at: claim.createdAt,
      }),
    ],
  },
  {
    what: 'a good edit before a bad one',
    code: 'conflict',
    edits: [create('claims', claim), create('claims', claim)],
  },
];
