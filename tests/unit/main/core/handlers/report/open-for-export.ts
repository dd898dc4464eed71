import { join } from 'node:path';
import type { Platform } from '#main/core/ports/platform.ts';
import { defaultReportChoices, type ReportFormat } from '#shared/domain/settings/report-options.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const { options } = defaultReportChoices;

/** Creates an article whose reports are saved where `choose` says. `proposed` lists the paths that the dialog proposed. */
export async function openForExport(
  title: string,
  choose: (proposed: string) => string | null,
  platform: Partial<Platform> = {},
) {
  const folder = await tempFolder();
  const proposed: string[] = [];
  const stet = testCore(join(folder, 'library'), {
    ...platform,
    documentsFolder: folder,
    dialogs: {
      ...refusingDialogs,
      saveFile: async (path) => {
        proposed.push(path);
        return choose(path);
      },
      ...platform.dialogs,
    },
  });
  const { articleId } = await stet.createArticle(sampleProposal(title));
  let tasks = 0;
  const as = (format: ReportFormat, notes = true) => {
    tasks += 1;
    const choices = { format, options: { ...options, notes } };
    return { taskId: `task${tasks}`, articleId, choices, confirmed: [] };
  };
  /** The same as `as`, for a preview. */
  const asPreview = (format: ReportFormat, notes = true) => {
    const { confirmed: _, ...input } = as(format, notes);
    return input;
  };
  return { ...stet, folder, proposed, articleId, as, asPreview, input: as('html') };
}
