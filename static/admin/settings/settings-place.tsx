import { useCallback, useMemo, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';
import { FailureNotice } from '../../ui/failure-notice';
import { useAnswer } from '../../ui/use-answer';
import { useWords } from '../../ui/words';

import { LayerEditor } from './layer-editor';

const SITE = { of: 'site' } as const;
const LOST = { code: 'bad-request', message: 'No project in the context.' } as const;

/** The project as a whole, or one of its boards by its id. */
type Entry = 'project' | number;

/** The settings of one entry: out of view while another one is looked at, so that what is changed and not saved is kept. */
function Editor({
  projectId,
  entry,
  isShown,
  onPending,
}: {
  readonly projectId: string;
  readonly entry: Entry;
  readonly isShown: boolean;
  readonly onPending: (entry: Entry, hasPending: boolean) => void;
}) {
  const place = useMemo(
    () =>
      entry === 'project'
        ? ({ of: 'project', projectId } as const)
        : ({ of: 'board', boardId: entry } as const),
    [entry, projectId],
  );
  const told = useCallback(
    (hasPending: boolean) => {
      onPending(entry, hasPending);
    },
    [entry, onPending],
  );
  return (
    <div hidden={!isShown}>
      <LayerEditor place={place} onPending={told} />
    </div>
  );
}

/** The project and its boards, one of them at a time. */
function ProjectSettings({ projectId }: { readonly projectId: string }) {
  const { say } = useWords();
  const { bridge } = usePlatform();
  const [shown, setShown] = useState<Entry>('project');
  const [unsaved, setUnsaved] = useState<ReadonlySet<Entry>>(new Set());
  const noteUnsaved = useCallback((entry: Entry, hasPending: boolean) => {
    setUnsaved((last) => {
      if (last.has(entry) === hasPending) return last;
      const next = new Set(last);
      if (hasPending) next.add(entry);
      else next.delete(entry);
      return next;
    });
  }, []);
  // Asked for when the place changes: a board's own settings may have been saved meanwhile.
  const ask = useCallback(
    async () => await bridge.call('get-setting-layer', { place: { of: 'project', projectId } }),
    [bridge, projectId],
  );
  const { asked, askAgain } = useAnswer(ask);
  const boards = asked.data?.boards ?? [];
  const choice = (entry: Entry, text: string) => (
    <li key={entry}>
      <button
        type="button"
        className="layer__place"
        aria-current={entry === shown ? 'true' : undefined}
        onClick={() => {
          setShown(entry);
          askAgain();
        }}
      >
        {unsaved.has(entry) ? say('admin.settings.unsaved-entry', { place: text }) : text}
      </button>
    </li>
  );
  return (
    <>
      <nav aria-label={say('admin.settings.places')}>
        <ul className="layer__places">
          {choice('project', say('admin.settings.whole-project'))}
          {boards.map(({ id, name, ownSettings }) =>
            choice(id, say('admin.settings.board-entry', { board: name, count: ownSettings })),
          )}
        </ul>
      </nav>
      <p className="layer__about">
        {say(shown === 'project' ? 'admin.settings.about-project' : 'admin.settings.about-board')}
      </p>
      {[...new Set<Entry>([shown, ...unsaved])].map((entry) => (
        <Editor
          key={entry}
          projectId={projectId}
          entry={entry}
          isShown={entry === shown}
          onPending={noteUnsaved}
        />
      ))}
    </>
  );
}

/** What is checked and how: for the site, or for a project and its boards. */
export function SettingsPlace() {
  const { say } = useWords();
  const { context } = usePlatform();
  const { admin, projectId } = context;
  if (admin?.scope !== 'project') {
    return (
      <>
        <h2 className="layer__title">{say('admin.settings.title')}</h2>
        <p className="layer__about">{say('admin.settings.about-site')}</p>
        <LayerEditor place={SITE} />
      </>
    );
  }
  if (projectId === null) return <FailureNotice failure={LOST} />;
  return (
    <>
      <h2 className="layer__title">{say('admin.settings.title')}</h2>
      <ProjectSettings projectId={projectId} />
    </>
  );
}
