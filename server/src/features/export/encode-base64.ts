/** So many bytes at once, a multiple of three: `String.fromCharCode` takes no more arguments than the stack holds. */
const stretch = 3 * 8192;

/** Bytes in base 64, as JSON can carry them; in node and in a web worker alike. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += stretch)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + stretch)));
  return text;
}
