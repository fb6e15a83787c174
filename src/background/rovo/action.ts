import { z } from 'zod';

import type { Viewer } from '#src/app';
import { nameOf } from '#src/app/register';
import type { RovoApp } from '#src/app/rovo';
import { ReadFailure } from '#src/ports/read-failure';
import { isLicensed, type LicenceContext } from '#src/resolvers/licence';

/**
 * What an action answers: facts for a language model, in JSON. `answer` says of what kind they are; what people wrote lies below
 * keys named `text`, so that the agent's prompt can say that nothing in there is an instruction.
 */
export type ActionAnswer = { readonly answer: string } & Readonly<Record<string, unknown>>;

/** Where the chat is open beside, as the platform says it. Only ids are taken of it, and each is looked up as the user. */
export interface Beside {
  readonly projectKey: string | null;
  readonly pageId: string | null;
}

/** One use of an action: by whom, beside what, with what inputs. */
export interface ActionUse<Inputs> {
  readonly app: RovoApp;
  readonly viewer: Viewer;
  readonly beside: Beside;
  readonly inputs: Inputs;
}

/**
 * The second argument of every function of the platform, as far as an action needs it. The account is the platform's word: the
 * payload, of which a language model writes the inputs, is not looked at for it.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/rovo-action/#writing-your-action
 */
const RUN = z.object({
  principal: z.object({ accountId: z.string().min(1) }).nullish(),
  accountId: z.string().min(1).optional(),
});

const KEY = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,254}$/);
const ID = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,20}$/));

/** What is not as documented counts as not said. */
const BESIDE = z.object({
  context: z
    .object({
      jira: z
        .object({ projectKey: KEY.nullish().catch(null) })
        .nullish()
        .catch(null),
      confluence: z
        .object({ contentId: ID.nullish().catch(null), resourceType: z.string().nullish().catch(null) })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});

function besideOf(payload: unknown): Beside {
  const context = BESIDE.safeParse(payload).data?.context;
  const { contentId, resourceType } = context?.confluence ?? {};
  const isPage = resourceType === undefined || resourceType === null || resourceType === 'page';
  return {
    projectKey: context?.jira?.projectKey ?? null,
    pageId: isPage ? (contentId ?? null) : null,
  };
}

/** A text that a model passes where it has nothing to say. */
const NOTHING = /^(?:null|none|undefined|n\/a)?$/i;

/** A text input: trimmed, null where there is none. */
export const textInput = (longest: number) =>
  z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .transform((text) => (text === null || text === undefined ? null : text.trim()))
    .transform((text) => (text === null || NOTHING.test(text) ? null : text))
    .refine((text) => text === null || text.length <= longest);

/** What refuses an action before or in place of its answer. `why` is a word that the prompt explains. */
export const refused = (why: string, more: Readonly<Record<string, unknown>> = {}): ActionAnswer => ({
  answer: 'refused',
  why,
  ...more,
});

/**
 * Makes the function behind an action: parses the inputs, takes who asks from the platform, and answers as that user alone. Never
 * rejects: a failure is a fact that the agent can tell.
 * @param options `changes`: whether it changes something, for which a licence is needed.
 */
export function createAction<Inputs>(
  app: RovoApp,
  options: { readonly key: string; readonly changes: boolean; readonly inputs: z.ZodType<Inputs> },
  run: (use: ActionUse<Inputs>) => Promise<ActionAnswer>,
  environmentType: () => string | undefined,
) {
  return async (payload: unknown, context: unknown): Promise<ActionAnswer> => {
    const who = RUN.safeParse(context).data;
    const accountId = who?.principal?.accountId ?? who?.accountId;
    if (accountId === undefined || accountId === 'unidentified') return refused('nobody-is-logged-in');
    const licensed = isLicensed({ ...(context as LicenceContext), environmentType: environmentType() });
    if (options.changes && !licensed) return refused('unlicensed');
    const inputs = options.inputs.safeParse(payload);
    if (!inputs.success) {
      const names = inputs.error.issues.map(({ path }) => String(path[0] ?? ''));
      return refused('inputs-not-understood', { inputs: [...new Set(names)] });
    }
    try {
      const viewer = { accountId, isLicensed: licensed };
      return await run({ app, viewer, beside: besideOf(payload), inputs: inputs.data });
    } catch (error) {
      app.log({ event: 'action-failed', action: options.key, error: nameOf(error) });
      if (!(error instanceof ReadFailure)) return refused('internal');
      const { kind, retryAfterSeconds } = error;
      return refused(kind, retryAfterSeconds === null ? {} : { retryAfterSeconds });
    }
  };
}

/** Makes whole addresses of paths; where the site's address does not come, paths are answered as they are. */
export async function linksOn({ readSiteAddress }: Pick<RovoApp, 'readSiteAddress'>) {
  const site = await readSiteAddress().catch(() => '');
  return {
    to: (path: string) => `${site}${path}`,
    toIssue: (key: string) => `${site}/browse/${encodeURIComponent(key)}`,
  };
}
