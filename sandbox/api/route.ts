import type { IncomingMessage, ServerResponse } from 'node:http';

import { z } from 'zod';

import { readJson, Refusal } from '#sandbox/api/exchange';

/** One call of the site's pages: answers JSON, or throws a Refusal. */
export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => unknown;

/** Reads the JSON body by a schema. @throws Refusal 400 naming what is wrong. */
export async function readBody<Shape extends z.ZodType>(
  request: IncomingMessage,
  schema: Shape,
): Promise<z.infer<Shape>> {
  const parsed = schema.safeParse(await readJson(request));
  if (!parsed.success) throw new Refusal(400, z.prettifyError(parsed.error));
  return parsed.data;
}
