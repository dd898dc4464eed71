import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const reports = join(import.meta.dirname, '../../../../../shared/reports');
const sources = readdirSync(reports, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(reports, name), 'utf8') }));

/** Functions that put a brand on any string, and the only files that may call them. */
const makers: Record<string, readonly string[]> = {
  trustOwn: ['origin/own-values.ts', 'origin/report-text.ts'],
  trustShown: ['model/shown-draft.ts', 'origin/report-text.ts'],
  trustMarkdown: ['markdown/markdown.ts'],
  trustXml: ['word/clean/styles.ts', 'word/xml.ts'],
};

test.each(Object.entries(makers))('%s is called where it is known what the string is', (maker, files) => {
  const users = sources.filter(({ text }) => new RegExp(`\\b${maker}\\b`).test(text)).map(({ name }) => name);
  expect(users.sort()).toEqual([...files].sort());
});

test('Only the files of the brands cast a string to one', () => {
  const cast = /\bas (?:ArticleText|OwnText|SearchedText|ReportText|ShownDraft|Markdown|Xml|Text(?:\[\])?)\b/;
  const code = ({ text }: { text: string }) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const users = sources.filter((source) => cast.test(code(source))).map(({ name }) => name);
  expect(users.sort()).toEqual(['markdown/markdown.ts', 'origin/report-text.ts', 'word/xml.ts']);
});
