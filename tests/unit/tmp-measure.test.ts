import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { createEmptyReview, putEntity, getArticle } from '../../shared/domain/review/review';
import { copyReview } from '../../shared/domain/review/review-copy';
import { emptySourceFields } from '../../shared/domain/sources/source-fields';
import { goodStanding } from '../../shared/domain/sources/source-standing';
import { openArticle } from '../../shared/drafts/open-article';
import { importTextFile } from '../../shared/import/text/import-text';
import { makeReport } from '../../shared/reports/make-report';
import { defaultReportChoices } from '../../shared/domain/report-options';
import { applyOrThrow, createEditContext } from './shared/reviews';
import { createTestSource } from './shared/sources';

const rows = readFileSync('/work/wt/shared/corpora/revisions.jsonl', 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const texts: string[] = rows.map((row) => row.after ?? row.before);
for (const name of readdirSync('/work/wt/shared/corpora/web-pages')) {
  try {
    const html = readFileSync(`/work/wt/shared/corpora/web-pages/${name}/expected.html`, 'utf8');
    texts.push(html.replace(/<[^>]+>/g, ' ').replace(/&\w+;/g, ' ').replace(/[ \t]+/g, ' '));
  } catch {}
}
const good = texts.filter((text) => text.length > 1500).map((text) => text.slice(0, 20000));
const sentencesOf = (text: string) => text.split(/(?<=[.!?])\s+/).map((s) => s.replace(/\s+/g, ' ').trim()).filter((s) => s.length > 40 && s.length < 300);
const names = ['Peter Maller', 'Andrej Ivanov', 'Walter Hermann', 'Marta Wilkens', 'Nora Yarden', 'Samuel Harrison'];
test('measure', () => {
  const out: string[] = [];
  for (const name of names) {
    let possible = 0, certain = 0, reports = 0, asked = 0, most = 0;
    const samples: string[] = [];
    for (const [index, text] of good.entries()) {
      if (index % 4 !== 1) continue;
      const imported = importTextFile('a.txt', new TextEncoder().encode(text));
      if (!imported.ok) continue;
      const { draft, change } = openArticle(imported.proposal, 'a', 'a'.repeat(64), createEditContext('i'));
      const review = createEmptyReview();
      applyOrThrow(review, change.edits);
      const others = [1, 2, 3, 4, 5].flatMap((step) => sentencesOf(good[(index + step * 7) % good.length] ?? ''));
      const own = sentencesOf(draft.text).filter((s) => draft.text.includes(s)).slice(0, 20);
      putEntity(review, 'sources', createTestSource('hidden', { kind: 'person', title: name, confidential: true, accessedAt: '2019-03-05' }));
      own.forEach((sentence, at) => {
        const start = draft.text.indexOf(sentence);
        putEntity(review, 'claims', {
          ...{ id: `c${at}`, verdict: 'verified', judged: null, note: others[at * 3] ?? null, correction: null, claimant: null, kind: null, tagIds: [], answers: [], noteFromComment: false, createdBy: null, createdAt: '2026-11-21T11:04:00.000Z' } as never,
        });
        putEntity(review, 'placements', { id: `p${at}`, claimId: `c${at}`, draftId: draft.id, span: { start, end: start + sentence.length }, resolved: true, changes: null } as never);
        const title = (good[(index + at * 3 + 11) % good.length] ?? '').trim().split('\n')[0]?.slice(0, 120) || 'x';
        putEntity(review, 'sources', createTestSource(`s${at}`, { kind: 'webPage', title, author: others[at * 3 + 2]?.split(' ').slice(0, 2).join(' ') ?? null, publisher: 'The Gazette', url: `https://example.org/${at}` }));
        putEntity(review, 'evidence', { id: `e${at}`, claimId: `c${at}`, sourceId: `s${at}`, stance: 'supports', locator: `p. ${at}`, quote: others[at * 3 + 1] ?? null, note: at % 2 ? (others[at * 3 + 2] ?? null) : null });
        if (at === 0) putEntity(review, 'evidence', { id: 'eh', claimId: 'c0', sourceId: 'hidden', stance: 'supports', locator: null, quote: null, note: null });
      });
      const { leaks } = makeReport({ review: copyReview(review), draft, choices: { format: 'html', options: { ...defaultReportChoices.options, reader: 'editor' } }, context: { at: '2026-11-21T11:04:00.000Z', by: null, timeZone: 'Europe/Vienna' }, fonts: { serif: '', sans: '' } });
      reports += 1;
      const asks = leaks.filter(({ level }) => level === 'possible');
      possible += asks.length; certain += leaks.length - asks.length;
      most = Math.max(most, asks.length);
      if (asks.length > 0) asked += 1;
      for (const leak of leaks) samples.push(`${leak.level[0]} ${leak.excerpt?.words} | ${leak.place}`);
    }
    out.push(`${name}: ${reports} reports, possible ${possible} in ${asked} reports (at most ${most}), certain ${certain}; ${samples.slice(0, 40).join(' ; ')}`);
  }
  writeFileSync(process.env.OUT ?? '/tmp/measure.txt', out.join('\n\n'));
}, 600_000);
