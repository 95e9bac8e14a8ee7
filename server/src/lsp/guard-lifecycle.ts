import {
  ErrorCodes,
  Message,
  ResponseError,
  type Connection,
  type ConnectionOptions,
} from 'vscode-languageserver';

/** Stands for a request that comes at the wrong time; no client knows of it. */
const refusedMethod = '$/supervisionLens/refused';

/**
 * Makes a connection that keeps to the protocol's life: before `initialize` each request is refused with
 * ServerNotInitialized, after `shutdown`, and a second `initialize`, with InvalidRequest; notifications come to nothing
 * then, but for `exit`. `create` makes the connection with the options that it is given.
 */
export function guardLifecycle(create: (options: ConnectionOptions) => Connection): Connection {
  let phase: 'before' | 'open' | 'over' = 'before';
  const refusal = (method: string): ResponseError | undefined => {
    if (phase === 'before')
      return method === 'initialize'
        ? undefined
        : new ResponseError(ErrorCodes.ServerNotInitialized, 'The server waits for "initialize" first.');
    if (phase === 'over') return new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down.');
    return method === 'initialize'
      ? new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.')
      : undefined;
  };
  const connection = create({
    messageStrategy: {
      handleMessage(message, next) {
        if (Message.isNotification(message))
          return phase === 'open' || message.method === 'exit' ? next(message) : undefined;
        if (!Message.isRequest(message)) return next(message);
        const refused = refusal(message.method);
        if (refused !== undefined)
          return next({ ...message, method: refusedMethod, params: refused.toJson() } as Message);
        if (message.method === 'initialize') phase = 'open';
        if (message.method === 'shutdown') phase = 'over';
        return next(message);
      },
    },
  });
  connection.onRequest(
    refusedMethod,
    ({ code, message }: { code: number; message: string }) => new ResponseError(code, message),
  );
  return connection;
}
