import { createAsk } from '#src/adapters/jira/ask';
import { mayAdministerSite } from '#src/adapters/jira/site-administration';
import { portsFor, type LogEntry, type Platform, type Viewer } from '#src/app';
import type { PreviewPorts } from '#src/usecases/settings/preview-settings';

/** Everything the app can do for the pages of settings, each as the user who asks. Nothing here acts as the app. */
export interface SettingsApp {
  readonly portsFor: (viewer: Viewer) => PreviewPorts;
  readonly log: (entry: LogEntry) => void;
}

/** Puts the adapters together. Nothing is shared between invocations. */
export function createSettingsApp(platform: Platform): SettingsApp {
  return {
    log: platform.log,
    portsFor: (viewer) => {
      const access = { requestJira: platform.jiraAsUser(), ask: createAsk() };
      return { ...portsFor(platform, viewer, access), mayAdministerSite: mayAdministerSite(access) };
    },
  };
}
