import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// jsdom has no media queries; Atlaskit asks for them as soon as it is loaded.
vi.stubGlobal('matchMedia', (media: string) =>
  Object.assign(new EventTarget(), { media, matches: false, onchange: null }),
);

// Parts that are loaded when first used take as long as the machine is busy.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
