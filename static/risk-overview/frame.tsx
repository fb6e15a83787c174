import type { ComponentProps } from 'react';

import { usePlatform } from '../ui/bridge-context';
import { TitledFrame } from '../ui/titled-frame';

import { scopeOf, useOverviewWords } from './words';

/** The frame of every state of the overview. */
export function Frame(props: Omit<ComponentProps<typeof TitledFrame>, 'block' | 'title'>) {
  const { say } = useOverviewWords();
  const { context } = usePlatform();
  return (
    <TitledFrame block="overview" title={say('overview.title', { scope: scopeOf(context) })} {...props} />
  );
}
