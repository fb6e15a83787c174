import { z } from 'zod';

import type { RegisterApp, RegisterPorts } from '#src/app/register';
import { lineDocument, registerDocument } from '#src/background/export/register-document';
import { wordsFor } from '#src/background/words';
import type { AdfNode } from '#src/domain/backlog/issue';
import { dayIn } from '#src/domain/risk/calendar';
import { isLive } from '#src/domain/risk/risk';
import { ReadFailure } from '#src/ports/read-failure';
import type { MacroPlace } from '#src/ports/risk/register-store';
import { readVisit, type Visit } from '#src/resolvers/risk/visit';
import { findShown } from '#src/usecases/risk/find-register';

/**
 * What `adfExport` is called with. For PDF the place is in `context.extension`, as in a resolver; for Word it lies in `context`
 * itself, as public apps report.
 */
const PAYLOAD = z.object({
  context: z.looseObject({
    extension: z.looseObject({}).optional(),
    content: z.looseObject({}).nullish(),
    contentId: z.union([z.string(), z.number()]).optional(),
  }),
});

/** The second argument of every function of the platform, as far as an export needs it. */
const RUN = z.object({ principal: z.object({ accountId: z.string() }).nullish() });

/** Who exports which macro; null when it is no macro's export. The account is the platform's word, not the payload's. */
function visitOf(payload: unknown, run: unknown): Visit | null {
  const parsed = PAYLOAD.safeParse(payload);
  if (!parsed.success) return null;
  const { extension, content, contentId, ...context } = parsed.data.context;
  const accountId = RUN.safeParse(run).data?.principal?.accountId;
  const place = extension ?? {
    content: content ?? (contentId === undefined ? undefined : { id: contentId }),
  };
  return readVisit({ ...context, extension: place, accountId });
}

/** Names are looked up of so many people at most. */
const PEOPLE = 250;

async function exported(ports: RegisterPorts, place: MacroPlace, visit: Visit): Promise<AdfNode> {
  const words = wordsFor(visit.locale);
  const [, record] = await Promise.all([ports.readPage(place.pageId), findShown(ports, place)]);
  const reading = record && record.copying === null ? await ports.registers.read(record.register.id) : null;
  if (reading === null || reading.risks.every(({ deleted }) => deleted !== null))
    return lineDocument('export.empty', words);
  const { risks, unread } = reading;
  const { lastReview } = reading.record.register;
  const owners = risks.filter(isLive).flatMap(({ ownerId }) => ownerId ?? []);
  const accountIds = [...new Set([...(lastReview?.people ?? []), ...owners])].slice(0, PEOPLE);
  const accounts =
    (await ports.readAccounts?.(accountIds).catch((error: unknown) => {
      ports.report('accounts-not-read', error);
      return [];
    })) ?? [];
  return registerDocument(
    {
      register: reading.record.register,
      risks,
      unread,
      accounts: new Map(accounts.map((account) => [account.accountId, account])),
      today: dayIn(visit.timeZone, ports.now().toISOString()),
    },
    words,
  );
}

/**
 * Makes the `adfExport` function of the register's macro. It answers for whoever exports the page, as the register does on the
 * page itself; a licence that is not active does not stand in its way.
 */
export function createExport(app: RegisterApp) {
  return async (payload: unknown, run: unknown): Promise<AdfNode> => {
    const visit = visitOf(payload, run);
    const words = wordsFor(visit?.locale ?? 'en');
    if (!visit?.place) return lineDocument('export.empty', words);
    try {
      return await exported(app.portsFor(visit.viewer), visit.place, visit);
    } catch (error) {
      const isRefused =
        error instanceof ReadFailure && (error.kind === 'not-found' || error.kind === 'no-access');
      if (isRefused) return lineDocument('export.no-access', words);
      // The product says in the macro's place that it could not be exported.
      app.log({ event: 'export-failed', error: error instanceof Error ? error.name : 'unknown' });
      throw new Error('The risk register could not be exported.', { cause: error });
    }
  };
}
