/** The text of a file in UTF-8, without a byte order mark; what isn't UTF-8 becomes replacement characters. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** Whether a name is that of a file in a folder, and can't lead out of it. */
export function isDataName(name: unknown): name is string {
  return typeof name === 'string' && /^\w[\w-]*(?:\.[\w-]+)*$/.test(name);
}
