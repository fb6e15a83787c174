import { useCallback, useEffect } from 'react';

import { readBoards, readProject } from '../jira-client';
import { Shown } from '../parts/states';
import { boardPath, goTo } from '../routing';
import { useLoaded } from '../use-loaded';

async function readHome(projectKey: string) {
  const [project, boards] = await Promise.all([readProject(projectKey), readBoards(projectKey)]);
  return { name: project.name, first: boards[0] };
}

/** A project's address alone leads to its first board, as in Jira. */
export function ProjectHome({ projectKey }: { readonly projectKey: string }) {
  const home = useLoaded(useCallback(async () => await readHome(projectKey), [projectKey]));
  const boardId = home.state === 'ready' ? home.value.first?.id : undefined;
  useEffect(() => {
    if (boardId !== undefined) goTo(boardPath(projectKey, boardId), 'replace');
  }, [boardId, projectKey]);
  return (
    <Shown loaded={home} what="project">
      {({ name, first }) => (first ? null : <p>{name} has no board.</p>)}
    </Shown>
  );
}
