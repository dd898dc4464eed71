/** A function that runs inside the window. It is sent there as source text, so it is self-contained. */

interface SentFile {
  name: string;
  base64: string;
  /** Size of the chunks in which the file is sent, in bytes. */
  chunkBytes: number;
}

/** Reads a file like one that is dropped on the window. Resolves to the id of its proposal; null when it is refused. */
export async function readFileInPage({ name, base64, chunkBytes }: SentFile): Promise<string | null> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const call = async (command: string, input: unknown) => {
    const answer = JSON.parse(await window.stet.call(command, input));
    if (!answer.ok) throw new Error(`${command}: ${answer.error.message}`);
    return answer.value;
  };
  const { fileId } = await call('import.begin', { name, bytes: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += chunkBytes)
    await call('import.append', { fileId, chunk: bytes.slice(offset, offset + chunkBytes) });
  const read = await call('import.read', { taskId: `read-${Math.round(performance.now())}`, fileId });
  return read.ok ? read.proposalId : null;
}
