import { expect, test } from 'vitest';
import { renderWordPlan } from '../../../../../shared/reports/word/render-word-plan';
import { openSample } from '../../reviews';
import { options } from '../hostile-review';
import { buildTestReport } from '../model/build-test-report';
import { extractWordPlanText } from './extract-word-plan';
import { extractWordXml } from './extract-word-xml';

test('words go on over the runs of a paragraph, and end with it', () => {
  const run = (content: string) => `<w:r>${content}</w:r>`;
  const xml = `<?xml version="1.0"?><w:p a="x&amp;y">${run('<w:t>Qui</w:t>')}${run('<w:t>ll &lt;&#38;</w:t><w:tab/><w:t>z</w:t><w:br/>')}</w:p><!-- note --><w:p/>end`;
  const { text, values } = extractWordXml(xml);
  expect(text).toBe('Quill <&\tz\n\nend');
  expect([...values]).toEqual(['x&y', ' note ']);
});

test('each claim, its note and its correction have parts of their own, with what the appendix repeats once', () => {
  const { review, draft } = openSample();
  const report = buildTestReport(review, draft, true, 'Ada');
  const read = (appendix: boolean) => {
    const word = { ...options.word, appendix };
    return new Map(
      extractWordPlanText(
        renderWordPlan(report, { draft, options: { ...options, word }, base: undefined }),
      ).map(({ name, text }) => [name, text]),
    );
  };
  const parts = read(true);
  expect(parts.get('the note on claim 4')).toBe('412 against 340 is 21 %, not a third.\n');
  expect(parts.get('the correction of claim 4')).toBe('Change to “a fifth more than planned”.\nfifth\n');
  expect(parts.get('the “stated by” of claim 1')).toContain('the transport authority');
  expect(parts.get('claim 4')).toContain('budget ceiling');
  expect(parts.get('source 1')).toContain('Harbour line: opening and timetable');
  expect(parts.get('the article')).toContain('a third more than planned');
  expect(parts.get('the header')).toContain('Fact-check report');
  expect(parts.get('the head of the file')).toContain('Harbour tram to open in March');
  expect(read(false).has('source 1')).toBe(false);
});
