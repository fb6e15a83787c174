import type { RequestListener } from 'node:http';

import { listen } from '#sandbox/api/listen';

/** A door that is built once its address is known: the parts behind it name the address in what they answer. */
export interface Door {
  /** Without a trailing slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
  readonly use: (listener: RequestListener) => void;
}

async function openDoor(port: number): Promise<Door & { readonly port: number }> {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = await listen((request, response) => {
    answer(request, response);
  }, port);
  return {
    url: `http://localhost:${server.port}`,
    port: server.port,
    close: server.close,
    use: (listener) => {
      answer = listener;
    },
  };
}

/**
 * Opens the door of the pages, and right above it that of the app's screens. Port 0 takes any two free ones.
 * @throws PortTakenError with nothing left open.
 */
export async function openDoors(port: number): Promise<{ readonly pages: Door; readonly screens: Door }> {
  const pages = await openDoor(port);
  try {
    return { pages, screens: await openDoor(port === 0 ? 0 : port + 1) };
  } catch (error) {
    await pages.close();
    throw error;
  }
}
