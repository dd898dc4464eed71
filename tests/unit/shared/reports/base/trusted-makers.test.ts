import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../../..');
const sources = ['main', 'renderer', 'shared'].flatMap((layer) =>
  readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = `${layer}/${name.replaceAll('\\', '/')}`;
      return { path, text: readFileSync(join(root, path), 'utf8') };
    }),
);

/** Functions that put a brand on any string, and the only files that may call them. */
const makers: Record<string, readonly string[]> = {
  trustOwn: ['shared/reports/base/own-values.ts', 'shared/reports/base/report-text.ts'],
  trustShown: ['shared/reports/base/report-text.ts', 'shared/reports/shown-draft.ts'],
  trustMarkdown: ['main/worker/reports/markdown/markdown.ts'],
  trustXml: ['main/worker/reports/word/styles.ts', 'shared/reports/word/xml.ts'],
};

test.each(Object.entries(makers))('%s is called where it is known what the string is', (maker, files) => {
  const users = sources.filter(({ text }) => new RegExp(`\\b${maker}\\b`).test(text)).map(({ path }) => path);
  expect(users.sort()).toEqual([...files].sort());
});

test('Only the files of the brands cast a string to one', () => {
  const cast = /\bas (?:ArticleText|OwnText|SearchedText|ReportText|ShownDraft|Markdown|Xml|Text(?:\[\])?)\b/;
  const code = ({ text }: { text: string }) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const users = sources.filter((source) => cast.test(code(source))).map(({ path }) => path);
  expect(users.sort()).toEqual([
    'main/worker/reports/markdown/markdown.ts',
    'shared/reports/base/report-text.ts',
    'shared/reports/word/xml.ts',
  ]);
});
