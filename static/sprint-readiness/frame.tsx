import { PageFrame, type PageFrameProps } from '../ui/page-frame';
import { useWords } from '../ui/words';

import './screen.css';

/** What every state of the screen has. */
export function Frame(props: Omit<PageFrameProps, 'title'>) {
  const { say } = useWords();
  return <PageFrame title={say('sprint.title')} {...props} />;
}
