import type { ComponentProps } from 'react';

import { TitledFrame } from '../ui/titled-frame';
import { useWords } from '../ui/words';

/** The frame of every state of a register. */
export function Frame(props: Omit<ComponentProps<typeof TitledFrame>, 'block' | 'title'>) {
  const { say } = useWords();
  return <TitledFrame block="register" title={say('risk.title')} {...props} />;
}
