import { privacyPorts, type PrivacyPlatform } from '#src/app/privacy';
import { nameOf } from '#src/app/register';
import { ReportRefused } from '#src/ports/privacy/report-accounts';
import { reportPeople } from '#src/usecases/privacy/report-people';

/** The platform ends the function after 15 minutes; a stretch that was begun is finished before. */
const RUNS_FOR_MS = 13 * 60_000;

/**
 * Makes the function of the daily schedule that reports accounts every seventh day, and on the days between goes on with what was
 * not finished. With a licence or without: what the law asks for does not end with a subscription.
 */
export function createPeopleReporter(platform: PrivacyPlatform) {
  return async (): Promise<void> => {
    const until = platform.now().getTime() + RUNS_FOR_MS;
    await reportPeople(privacyPorts(platform), until).catch((error: unknown) => {
      const status = error instanceof ReportRefused ? { status: String(error.status) } : {};
      platform.log({ event: 'personal-data-report-failed', error: nameOf(error), ...status });
    });
  };
}
