import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

import type { AdminScope } from '../ui/bridge';
import type { MessageId } from '../ui/locale';

/** One place of the pages of administration, with a tab of its own. */
export interface AdminPlace {
  /** The end of its address, such as `/settings`. */
  readonly id: string;
  readonly name: MessageId;
  /** Where it is shown: on the site's page, on a project's, or on both. */
  readonly scopes: readonly AdminScope[];
  /** Loaded when it is first opened. */
  readonly Place: LazyExoticComponent<ComponentType>;
}

/** Every place, in the order of the tabs; the first one of a page is where it begins, unless the page is an entrance of its own. */
export const PLACES: readonly AdminPlace[] = [
  {
    id: 'settings',
    name: 'admin.place.settings',
    scopes: ['site', 'project'],
    Place: lazy(async () => ({ default: (await import('./settings/settings-place')).SettingsPlace })),
  },
  {
    id: 'data',
    name: 'admin.place.data',
    scopes: ['site'],
    Place: lazy(async () => ({ default: (await import('./data/data-place')).DataPlace })),
  },
  {
    id: 'get-started',
    name: 'admin.place.get-started',
    scopes: ['site'],
    Place: lazy(async () => ({ default: (await import('./get-started/get-started')).GetStarted })),
  },
];
