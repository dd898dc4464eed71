import { nanoid } from 'nanoid';
import type { Platform } from '#main/core/ports/platform.ts';
import type { CommandName, Input, Output } from '#shared/contract/commands/commands.ts';
import type { TextMap } from '#shared/domain/base/text-map.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';

type Call = <N extends CommandName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** The commands that bring a proposal into main by an import, as the window does. */
export interface ProposalCommands {
  /** Imports a proposal of a file or a paste. Resolves to its id. */
  propose(proposal: DraftProposal, textMap?: TextMap): Promise<string>;
  createArticle(proposal: DraftProposal): Promise<Output<'article.create'>>;
  /** With a map, as that of a Word file, the file goes into the vault. */
  addDraft(articleId: string, proposal: DraftProposal, textMap?: TextMap): Promise<Output<'draft.accept'>>;
}

/** Files that stand for whole proposals: the content is only a number, by which the importer finds the proposal. */
export class ProposalFiles {
  readonly #proposals = new Map<string, { proposal: DraftProposal; textMap?: TextMap }>();

  /** The platform, with an importer that reads these files. All others are read as before. */
  addImporter(platform: Platform): Platform {
    return {
      ...platform,
      readDraft: async (file, task) => {
        const known = this.#proposals.get(new TextDecoder().decode(file.bytes));
        return known ? { ok: true, ...known, notices: [], words: 0 } : platform.readDraft(file, task);
      },
    };
  }

  createCommands(call: Call): ProposalCommands {
    const addContent = (proposal: DraftProposal, textMap?: TextMap): string => {
      // The same proposal is the same file, because its content may be stored.
      const known = [...this.#proposals].find(
        ([, file]) => file.proposal === proposal && file.textMap === textMap,
      );
      const content = known?.[0] ?? `proposal ${this.#proposals.size}`;
      this.#proposals.set(content, { proposal, ...(textMap && { textMap }) });
      return content;
    };
    const propose = async (proposal: DraftProposal, textMap?: TextMap): Promise<string> => {
      const read = await readContent(call, proposal.origin, addContent(proposal, textMap));
      if (!read?.ok) throw new Error('the proposal was not read');
      return read.proposalId;
    };
    return {
      propose,
      createArticle: async (proposal) =>
        call('article.create', { proposalId: await propose(proposal), edits: noProposalEdits }),
      addDraft: async (articleId, proposal, textMap) =>
        call('draft.accept', {
          taskId: nanoid(),
          articleId,
          proposalId: await propose(proposal, textMap),
          edits: noProposalEdits,
        }),
    };
  }
}

/** Imports content in the way that gives its proposal the origin. Main itself knows the origin. */
async function readContent(call: Call, { kind, name }: DraftProposal['origin'], content: string) {
  if (kind === 'paste') return call('import.paste', { taskId: nanoid(), type: 'text/plain', content });
  if (kind !== 'file') throw new Error(`a proposal of the kind ${kind} can’t be imported here`);
  const chunk = new TextEncoder().encode(content);
  const { fileId } = await call('import.begin', { name, bytes: chunk.length });
  await call('import.append', { fileId, chunk });
  return call('import.read', { taskId: nanoid(), fileId });
}
