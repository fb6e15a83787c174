import type { ComponentProps } from 'react';

import { TitledFrame } from '../ui/titled-frame';
import './widget.css';

/** The frame of every state of a widget. Its title is for readers: the dashboard has it above the widget. */
export function Frame(props: Omit<ComponentProps<typeof TitledFrame>, 'block'>) {
  return <TitledFrame block="widget" {...props} />;
}
