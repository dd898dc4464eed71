import { join } from 'node:path';
import type { Platform } from '../../../../../../main/core/ports/platform';
import {
  defaultReportChoices,
  type ReportFormat,
} from '../../../../../../shared/domain/settings/report-options';
import { refusingDialogs } from '../../../support/plain-platform';
import { sampleProposal } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';

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
