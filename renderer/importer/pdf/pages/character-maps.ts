/** The tables of East Asian characters (CMaps) that a PDF may name instead of embedding them. */
const addresses = import.meta.glob<string>('../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

const addressByFileName = new Map(
  Object.entries(addresses).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
);

/** Serves the files that pdf.js requests. Only CMaps are there; pdf.js reads text without the others. */
export class CharacterMaps {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = addressByFileName.get(filename);
    if (address === undefined) throw new Error(`there is no ${filename}`);
    return new Uint8Array(await (await fetch(address)).arrayBuffer());
  }
}
