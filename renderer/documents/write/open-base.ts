import type { TextMap } from '#shared/domain/base/text-map.ts';
import { rebuildText } from '#shared/import/text/edit-text-map.ts';
import { legalLine } from '#shared/reports/base/reader-lines.ts';
import type { WordPlan } from '#shared/reports/word/word-plan.ts';
import {
  haveLegalLine,
  openWordDocument,
  readPageLines,
  type WordDocument,
} from '../read/word/document/word-document.ts';
import type { ZipFault } from '../zip/checked-entries.ts';
import { createPackage, type EditedPackage, openEditedPackage } from './edited-package.ts';
import { createEditedStory, type EditedStory } from './text-places.ts';
import { undoOwnChanges } from './undo-own-changes.ts';

/** A Word file that is opened to be rewritten. */
export interface OpenedFile {
  package: EditedPackage;
  document: WordDocument;
  main: EditedStory;
  /** The main part, the footnotes and the endnotes. */
  stories: EditedStory[];
  map: TextMap;
  /** The stories in which changes of an earlier report were undone. */
  undone: EditedStory[];
}

type OpenedBase = { ok: true; base: OpenedFile } | { ok: false; why: string };

const refuse = (why: string): OpenedBase => ({ ok: false, why });

/** Opens what a report is written into: the author's file, or the clean document of the plan. */
export function openBase(plan: WordPlan, bytes: Uint8Array): OpenedBase {
  const { base, pageLine } = plan;
  if (base.kind === 'clean') return openStories(createPackage(base.document.parts), base.document.map, plan);
  const opened = openEditedPackage(bytes);
  if (!opened.ok) return refuse(describeFault(opened.fault));
  // A report for lawyers that came back. Any part of it may name confidential sources, also those of another article.
  if (pageLine !== legalLine && haveLegalLine(readPageLines(opened.package.parts)))
    return refuse('is a report for lawyers, which may name confidential sources');
  return openStories(opened.package, base.map, plan);
}

function describeFault(fault: ZipFault): string {
  if (fault.kind === 'hostile') return fault.why;
  return fault.kind === 'protected' ? 'is protected by a password' : 'is damaged';
}

function openStories(edited: EditedPackage, map: TextMap, plan: WordPlan): OpenedBase {
  const document = openWordDocument(edited.parts);
  if (document === 'none') return refuse('is no Word document');
  if (document === 'damaged') return refuse('is damaged');
  const texts = new Map(
    document.stories.map(({ name, elements }) => [
      name,
      Array.from(elements.keys(), (element) => element.textContent ?? ''),
    ]),
  );
  if (rebuildText(map, texts) === null) return refuse('is not the one that the draft was read from');
  const opened = undoOwnChanges(plan, document, map);
  const stories = opened.stories.map((part) => createEditedStory(part, part.name === document.main.name));
  const main = stories.find(({ isMain }) => isMain);
  if (!main) return refuse('is damaged');
  const undone = stories.filter(({ name }) => opened.undone.includes(name));
  return { ok: true, base: { package: edited, document, main, stories, map: opened.map, undone } };
}
