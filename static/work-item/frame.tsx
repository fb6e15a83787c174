import type { ComponentProps } from 'react';

import { TitledFrame } from '../ui/titled-frame';
import { useWords } from '../ui/words';

/** The frame of every state of the panel. Its title is for readers: Jira has the panel's label above the frame. */
export function Frame(props: Omit<ComponentProps<typeof TitledFrame>, 'block' | 'title'>) {
  const { say } = useWords();
  return <TitledFrame block="item" title={say('item.title')} {...props} />;
}
