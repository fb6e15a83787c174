import type { Page } from '#sandbox/confluence/model';
import type { WikiSite } from '#sandbox/confluence/site';
import type { ModuleContext } from '#sandbox/forge/host.types';
import type { JiraSite } from '#sandbox/jira/site.types';
import { startLocalApp, type LocalApp } from '#tools/local-app';

/** The app's bundle on a local platform, seen from a macro. */
export interface LocalRegister<Seed> extends Omit<LocalApp<Seed>, 'call' | 'callAt'> {
  /** Where the macro of a page is, as the product says it. */
  readonly macroOn: (page: Pick<Page, 'id'>, localId?: string) => ModuleContext;
  /** Makes a call as the macro's screen does; undefined is somebody who is not logged in. */
  readonly call: LocalApp<Seed>['callAt'];
}

/**
 * Starts the bundled app in memory, on a site with both products; nothing is kept.
 * @param bundle what `bundleApp` answered.
 */
export async function startLocalRegister<Seed>(
  bundle: string,
  seed: (site: JiraSite, wiki: WikiSite) => Seed,
): Promise<LocalRegister<Seed>> {
  const app = await startLocalApp(bundle, seed);
  const { wiki } = app;
  return {
    ...app,
    call: app.callAt,
    macroOn({ id }, localId = 'macro-1') {
      const { spaceId } = wiki.get('pages', id) ?? { spaceId: '' };
      const space = { id: spaceId, key: wiki.get('spaces', spaceId)?.key ?? '' };
      return {
        moduleKey: 'risk-register',
        moduleType: 'macro',
        localId,
        extension: { content: { id, type: 'page', subtype: null }, space, isEditing: false, references: [] },
      };
    },
  };
}
