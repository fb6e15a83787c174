import type { CsvFile, Imported } from '#sandbox/api/import-file';
import type { Dashboard } from '#sandbox/api/home/dashboards';
import type { ShownModule } from '#sandbox/api/modules';
import type { Clock } from '#sandbox/clock';
import type { WikiSite } from '#sandbox/confluence/site';
import type { Faults } from '#sandbox/faults';
import type { LocalForgeHost } from '#sandbox/forge/host';
import type { ForgeHost } from '#sandbox/forge/host.types';
import type { RovoAgent } from '#sandbox/forge/rovo';
import type { Ledger } from '#sandbox/jira/rest/ledger';
import type { HandleRest } from '#sandbox/jira/rest.types';
import type { JiraSite } from '#sandbox/jira/site.types';

/** Somebody whom the user switcher offers, with what the demo lets them be. */
export interface Visitor {
  readonly accountId: string;
  readonly displayName: string;
  readonly role: string;
}

/** The running parts that the pages of every site talk to. */
interface SiteParts {
  /** Who there is; of a site of one's own, the account of the token and nothing else. */
  readonly jira: JiraSite;
  readonly host: ForgeHost & Pick<LocalForgeHost, 'deliverEvent' | 'accountReports' | 'runAction'>;
  /** Jira's REST. */
  readonly handle: HandleRest;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly clock: Clock;
  /** In English, to be found by their keys. */
  readonly modules: readonly ShownModule[];
  /** As `modules`, in the words of a language. */
  readonly modulesIn: (locale: string) => readonly ShownModule[];
  /** Who the user switcher offers; the first is who a newcomer is. */
  readonly visitors: readonly Visitor[];
  /** Origins of the site and of the app's resources. */
  readonly url: string;
  readonly resourceUrl: string;
  /** The iframe's `sandbox` attribute. */
  readonly frameSandbox: string;
}

/** The local Jira and Confluence. */
export interface LocalSite extends SiteParts {
  readonly kind: 'local';
  readonly wiki: WikiSite;
  readonly dashboard: Dashboard;
  /** The app's agents, with their actions. */
  readonly agents: readonly RovoAgent[];
  /** Confluence's REST. */
  readonly handleWiki: HandleRest;
  /** Loads a Jira CSV export. @throws ImportError when it cannot be read. */
  readonly importCsv: (file: CsvFile) => Promise<Imported>;
  /** Moves the clock, keeps it and runs what is due. */
  readonly advance: (milliseconds: number) => Promise<void>;
}

/** A real Jira of one's own, which is only read, with the credentials of the person who started it. */
export interface OwnSite extends SiteParts {
  readonly kind: 'own';
  /** Its origin, such as `https://your-site.atlassian.net`. */
  readonly address: string;
}

/** What the pages show. */
export type ShownSite = LocalSite | OwnSite;
