import { z } from 'zod';

import { dayIn } from '#src/domain/risk/calendar';
import type { Act } from '#src/domain/risk/risk';
import type { PageViewer } from '#src/ports/risk/page-access';
import type { MacroPlace } from '#src/ports/risk/register-store';
import { isLicensed } from '#src/resolvers/licence';

/** Who calls from which macro, as the platform says. */
export interface Visit {
  /** null where the macro is on no page: in a template, which is content of nobody yet. */
  readonly place: MacroPlace | null;
  readonly viewer: PageViewer;
  readonly isLicensed: boolean;
  /** IANA name. */
  readonly timeZone: string;
  readonly locale: string;
}

/** The account that the platform gives to all who are not logged in. */
const NOBODY = 'unidentified';

/** An id of Confluence; some modules give it as a number. */
export const ID = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,20}$/));

/**
 * What a macro's invocation says of itself. All of it is the platform's: the payload, which is the screen's, is not looked at.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/macro/#extension-context
 */
const CONTEXT = z.object({
  accountId: z.string().optional(),
  accountType: z.string().optional(),
  localId: z.string().min(1).max(300),
  timezone: z.string().optional(),
  locale: z.string().optional(),
  extension: z.object({
    content: z.object({ id: ID }).optional().catch(undefined),
    template: z.looseObject({}).optional(),
  }),
});

/** Who somebody is by what the platform says of them. */
export function viewerOf({
  accountId,
  accountType,
}: Pick<z.infer<typeof CONTEXT>, 'accountId' | 'accountType'>): PageViewer {
  if (accountId === undefined || accountId === NOBODY || accountType === 'anonymous') {
    return { kind: 'anonymous', accountId: null };
  }
  const isLicensedUser = accountType === undefined || accountType === 'licensed';
  return { kind: isLicensedUser ? 'licensed' : 'guest', accountId };
}

/** A zone that this runtime does not know must not keep anybody from their register. */
export function zoneOf(zone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** Reads an invocation's context; null for one that is not of a macro. */
export function readVisit(context: unknown): Visit | null {
  const parsed = CONTEXT.safeParse(context);
  if (!parsed.success) return null;
  const { localId, extension, timezone, locale } = parsed.data;
  const { content, template } = extension;
  if (content === undefined && template === undefined) return null;
  const isOnPage = content !== undefined && template === undefined;
  return {
    place: isOnPage ? { pageId: content.id, localId } : null,
    viewer: viewerOf(parsed.data),
    isLicensed: isLicensed(context as Parameters<typeof isLicensed>[0]),
    timeZone: zoneOf(timezone),
    locale: locale ?? 'en-US',
  };
}

/** What the viewer does now, on the day that it is for them. */
export function actOf(accountId: string, { timeZone }: Visit, now: Date): Act {
  const at = now.toISOString();
  return { by: accountId, at, on: dayIn(timeZone, at) };
}
