/** The tables of East Asian letters (CMaps) that a PDF may name instead of bringing them along. */
const addresses = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

const byName = new Map(
  Object.entries(addresses).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
);

/** What pdf.js asks for files of its own. Only these tables are there; without the rest it reads text all the same. */
export class CharacterMaps {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = byName.get(filename);
    if (address === undefined) throw new Error(`there is no ${filename}`);
    return new Uint8Array(await (await fetch(address)).arrayBuffer());
  }
}
