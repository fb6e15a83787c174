import { createRoot } from 'react-dom/client';

import '@atlaskit/css-reset';
import 'virtual:design-tokens.css';

import { forgeBridge, type ScreenContext } from '../ui/bridge';
import { loadLanguage } from '../ui/locale';

import { App } from './app';

/** Where Jira does not say where the screen was opened; the screen then says so. */
const NOWHERE: ScreenContext = { boardId: null, projectId: null, surface: 'page', locale: 'en', siteUrl: '' };

const bridge = forgeBridge();

async function start(element: HTMLElement): Promise<void> {
  const [context, address] = await Promise.all([
    bridge.context().catch(() => NOWHERE),
    bridge.address(),
    // A screen in the wrong colours is better than none.
    bridge.enableTheme().catch(() => undefined),
  ]);
  document.documentElement.lang = (await loadLanguage(context.locale)).locale;
  createRoot(element).render(<App bridge={bridge} context={context} address={address} />);
}

const element = document.getElementById('screen');
if (element !== null) void start(element);
