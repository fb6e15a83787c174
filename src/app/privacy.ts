import { reportAccounts, type ReportPersonalData } from '#src/adapters/atlassian/report-accounts';
import { createCycleStore } from '#src/adapters/storage/privacy/cycle-store';
import type { PeopleStorage } from '#src/adapters/storage/privacy/erase-row';
import { collectPeople, erasePeople } from '#src/adapters/storage/privacy/stored-people';
import type { LogEntry } from '#src/app';
import type { ReportPeoplePorts } from '#src/usecases/privacy/report-people';

/** What the report of personal data stands on: Forge, or what stands in for it in tests. */
export interface PrivacyPlatform {
  readonly storage: PeopleStorage;
  /** As the app: reporting is the app's own duty, and it tells ids alone, to Atlassian itself. */
  readonly reportPersonalData: ReportPersonalData;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

/** How far the report is. */
export function cyclesOf({ storage, log }: Pick<PrivacyPlatform, 'storage' | 'log'>) {
  return createCycleStore(storage, (key) => {
    log({ event: 'stored-value-unreadable', key });
  });
}

/** What the schedule works with. */
export function privacyPorts(platform: PrivacyPlatform): ReportPeoplePorts {
  const { storage, reportPersonalData, now } = platform;
  return {
    cycles: cyclesOf(platform),
    collect: collectPeople(storage),
    erase: erasePeople(storage),
    reportAccounts: reportAccounts(reportPersonalData),
    now,
  };
}
