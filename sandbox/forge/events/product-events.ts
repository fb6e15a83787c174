import { randomUUID } from 'node:crypto';

import type { Faults } from '#sandbox/faults';
import type { Delivery, DeliveryLog } from '#sandbox/forge/events/delivery-log';
import { licenseOf } from '#sandbox/forge/license';
import type { Manifest } from '#sandbox/forge/manifest';

/** An event of the product, such as `avi:jira:updated:issue`, with the product's own fields. */
export interface ProductEvent {
  readonly eventType: string;
  /** True for what the app did itself. */
  readonly selfGenerated?: boolean;
  readonly [field: string]: unknown;
}

/** Any one of these scopes lets an app hear the event; events that are not listed need none here. */
const SCOPES: readonly { readonly event: RegExp; readonly anyOf: readonly string[] }[] = [
  { event: /^avi:jira-software:\w+:sprint$/, anyOf: ['read:jira-work', 'read:sprint:jira-software'] },
];

/** Whether the scopes of the app cover what the event carries. */
function mayHear({ scopes }: Manifest, eventType: string): boolean {
  return SCOPES.filter(({ event }) => event.test(eventType)).every(({ anyOf }) =>
    anyOf.some((scope) => scopes.includes(scope)),
  );
}

/**
 * Queues an event for every `trigger` of the manifest that listens to it. Without the scope of what it carries nobody hears it.
 * @param now site time, in milliseconds.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/trigger/
 */
export function enqueueProductEvent(
  event: ProductEvent,
  options: {
    readonly manifest: Manifest;
    readonly faults: Faults;
    readonly log: DeliveryLog;
    readonly now: number;
  },
): void {
  const { manifest, faults, log, now } = options;
  if (!mayHear(manifest, event.eventType)) return;
  const isLicensed = licenseOf(manifest, faults)?.active === true;
  const listeners = manifest.triggers.filter(
    ({ events, ignoresSelf, isLicensedOnly }) =>
      events.includes(event.eventType) &&
      !(ignoresSelf && event.selfGenerated === true) &&
      (isLicensed || !isLicensedOnly),
  );
  log.add(
    listeners.map(({ key, functionKey }): Delivery => ({
      id: randomUUID(),
      kind: 'trigger',
      moduleKey: key,
      functionKey,
      event,
      jobId: null,
      due: now,
      enqueuedAt: now,
      retry: null,
      depth: 0,
    })),
  );
}
