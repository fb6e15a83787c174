import { createServer, type RequestListener, type Server } from 'node:http';

/** The port is in use; the message says what to type instead. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

function explain(error: unknown, port: number): Error {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return new PortTakenError(
      `Port ${port} is taken. Try: npm start -- --port ${port < 65_500 ? port + 10 : 8040}`,
      {
        cause: error,
      },
    );
  }
  if (code === 'EACCES') {
    return new PortTakenError(`Port ${port} may not be used. Try: npm start -- --port 8040`, {
      cause: error,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}

/** A server that listens on this machine only. */
export interface Listening {
  readonly port: number;
  /** Ends open connections too, so that it does not wait for a browser. */
  readonly close: () => Promise<void>;
}

/**
 * Listens on the loopback address. Port 0 takes any free one.
 * @throws PortTakenError when the port is in use or not allowed.
 */
export async function listen(listener: RequestListener, port: number): Promise<Listening> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(explain(error, port));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

/**
 * Finds out at once whether ports can be had, before minutes go into a build.
 * @throws PortTakenError for the first that cannot.
 */
export async function assertFree(ports: readonly number[]): Promise<void> {
  for (const port of ports) await (await listen(() => undefined, port)).close();
}
