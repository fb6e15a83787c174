import '@atlaskit/css-reset';
import 'virtual:design-tokens.css';
import './styles/base.css';
import './styles/chrome.css';
import './styles/pages.css';
import './styles/reports.css';
import './styles/search.css';
import './styles/home.css';
import './styles/overlays.css';
import './styles/wiki.css';
import './styles/wiki-editor.css';

import { createRoot } from 'react-dom/client';

import { App } from './app';
import { closeFlag, useFlags } from './flag-store';
import { Flags } from './parts/flags';
import { readSession } from './site-client';

function Messages() {
  return <Flags flags={useFlags()} onClose={closeFlag} />;
}

function elementFor(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}.`);
  return element;
}

try {
  createRoot(elementFor('root')).render(<App initial={await readSession()} />);
  // Outside the root, since a dialog puts everything else out of reach.
  createRoot(elementFor('flags')).render(<Messages />);
} catch (error) {
  elementFor('root').textContent = error instanceof Error ? error.message : String(error);
}
