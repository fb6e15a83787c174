import { useCallback, useMemo, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';
import { FailureNotice } from '../../ui/failure-notice';
import { useAnswer } from '../../ui/use-answer';
import { useWords } from '../../ui/words';

import { LayerEditor } from './layer-editor';

const SITE = { of: 'site' } as const;
const LOST = { code: 'bad-request', message: 'No project in the context.' } as const;

/** The project and its boards, one of them at a time. */
function ProjectSettings({ projectId }: { readonly projectId: string }) {
  const { say } = useWords();
  const { bridge } = usePlatform();
  const [boardId, setBoardId] = useState<number | null>(null);
  const project = useMemo(() => ({ of: 'project', projectId }) as const, [projectId]);
  const board = useMemo(() => (boardId === null ? null : ({ of: 'board', boardId } as const)), [boardId]);
  // Asked for when the place changes: a board's own settings may have been saved meanwhile.
  const ask = useCallback(
    async () => await bridge.call('get-setting-layer', { place: project }),
    [bridge, project],
  );
  const { asked, askAgain } = useAnswer(ask);
  const boards = asked.data?.boards ?? [];
  const entry = (id: number | null, text: string) => (
    <li key={id ?? 'project'}>
      <button
        type="button"
        className="layer__place"
        aria-current={id === boardId ? 'true' : undefined}
        onClick={() => {
          setBoardId(id);
          askAgain();
        }}
      >
        {text}
      </button>
    </li>
  );
  return (
    <>
      <nav aria-label={say('admin.settings.places')}>
        <ul className="layer__places">
          {entry(null, say('admin.settings.whole-project'))}
          {boards.map(({ id, name, ownSettings }) =>
            entry(id, say('admin.settings.board-entry', { board: name, count: ownSettings })),
          )}
        </ul>
      </nav>
      <p className="layer__about">
        {say(board === null ? 'admin.settings.about-project' : 'admin.settings.about-board')}
      </p>
      <LayerEditor key={boardId ?? 'project'} place={board ?? project} />
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
