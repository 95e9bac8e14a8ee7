import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/**
 * What was read for a request; rejects with RequestCancelled once nobody waits for the answer any more, and with
 * ContentModified where the question was about a place in a text that has changed since. `version` tells the
 * document's version now; leave it out for questions about whole documents, which the newest text answers.
 */
export async function readForRequest<T>(
  reading: Promise<T>,
  token: CancellationToken | undefined,
  version: () => number | undefined = () => undefined,
): Promise<T> {
  const asked = version();
  const read = await reading;
  if (token?.isCancellationRequested === true)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  if (version() !== asked)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since the request.');
  return read;
}
