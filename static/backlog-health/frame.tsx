import { PageFrame, type PageFrameProps } from '../ui/page-frame';
import { useWords } from '../ui/words';

/** What every state of the panel has. `title`: of a view beside the backlog; by default the backlog's. */
export function Frame({ title, ...rest }: Omit<PageFrameProps, 'title'> & { readonly title?: string }) {
  const { say } = useWords();
  return <PageFrame title={title ?? say('screen.title')} {...rest} />;
}
