import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { lawyersAreForgotten } from '#tests/walk/laws/stored-laws.ts';

test('settings that name lawyers, or the file of a report for them, break the law', async () => {
  const path = join(await tempFolder(), 'settings.json');
  expect(lawyersAreForgotten(path)).toEqual([]);
  await writeFile(path, JSON.stringify({ report: defaultReportChoices }));
  expect(lawyersAreForgotten(path)).toEqual([]);
  const { format, options } = defaultReportChoices;
  await writeFile(path, JSON.stringify({ report: { format, options: { ...options, reader: 'legal' } } }));
  expect(lawyersAreForgotten(path)).toHaveLength(1);
  await writeFile(path, JSON.stringify({ files: ['/reports/Confidential for legal review – Mills.pdf'] }));
  expect(lawyersAreForgotten(path)).toHaveLength(1);
});
