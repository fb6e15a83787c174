import type { Clock } from '#sandbox/clock';
import type { Faults } from '#sandbox/faults';
import { CLOUD_ID } from '#sandbox/forge/identity';
import type { Runner } from '#sandbox/forge/invocation/run';
import { licenseOf } from '#sandbox/forge/license';
import type { Manifest, ScheduledTrigger, ScheduleInterval } from '#sandbox/forge/manifest';
import type { Store } from '#sandbox/state/store';

const INTERVAL_MS: Readonly<Record<ScheduleInterval, number>> = {
  fiveMinute: 5 * 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};

/** A schedule starts about this long after the app is deployed. */
const FIRST_RUN_MS = 5 * 60_000;

const COLLECTION = 'forge-schedules';

interface Plan {
  readonly interval: ScheduleInterval;
  readonly due: number;
}

export interface Schedules {
  /** Runs each schedule that is due once, however long ago, and answers how many functions ran. Errors are not retried. */
  readonly runDue: () => Promise<number>;
  /** Site time of the next run; null without schedules. */
  nextDueAt(): number | null;
}

/**
 * The `scheduledTrigger`s of the manifest by the site's clock.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 */
export function openSchedules(options: {
  readonly manifest: Manifest;
  readonly store: Store;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly runner: Runner;
  readonly timeoutOf: (functionKey: string) => number;
}): Schedules {
  const { manifest, store, clock, faults, runner, timeoutOf } = options;
  const stored = new Map([...store.load(COLLECTION)].map(([key, value]) => [key, value as Plan]));
  const plans = new Map<string, Plan>();
  const put = (key: string, plan: Plan) => {
    store.put(COLLECTION, key, plan);
    plans.set(key, plan);
  };
  for (const { key, interval } of manifest.scheduledTriggers) {
    const plan = stored.get(key);
    if (plan?.interval === interval) plans.set(key, plan);
    else put(key, { interval, due: clock.now() + FIRST_RUN_MS });
  }

  const run = async ({ key, functionKey }: ScheduledTrigger): Promise<void> => {
    try {
      await runner.run({
        functionKey,
        moduleKey: key,
        moduleType: 'scheduledTrigger',
        accountId: undefined,
        event: { context: { cloudId: CLOUD_ID, moduleKey: key }, contextToken: 'local' },
        timeoutMs: timeoutOf(functionKey),
        depth: 0,
      });
    } catch {
      // The runner has logged it; the platform neither reports nor retries a failed schedule.
    }
  };

  return {
    nextDueAt: () => (plans.size === 0 ? null : Math.min(...[...plans.values()].map(({ due }) => due))),
    async runDue() {
      let ran = 0;
      for (const trigger of manifest.scheduledTriggers) {
        const plan = plans.get(trigger.key);
        if (!plan || plan.due > clock.now()) continue;
        const length = INTERVAL_MS[plan.interval];
        const missed = Math.floor((clock.now() - plan.due) / length);
        put(trigger.key, { ...plan, due: plan.due + (missed + 1) * length });
        if (trigger.isLicensedOnly && licenseOf(manifest, faults)?.active !== true) continue;
        for (let times = faults.current().duplicateEvents ? 2 : 1; times > 0; times -= 1) {
          await run(trigger);
          ran += 1;
        }
      }
      return ran;
    },
  };
}
