import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import { orRefused } from '#src/adapters/jira/refused';
import type { AdfNode } from '#src/domain/backlog/issue';
import type { ReadDocument, WriteDocument, WritePriority } from '#src/ports/issue-edits';

/** Sets fields of an issue. @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-put */
export async function editFields(
  { requestJira, ask }: JiraAccess,
  call: string,
  issueId: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  const body = JSON.stringify({ fields });
  await orRefused(
    ask(
      call,
      z.unknown(),
      () => requestJira(route`/rest/api/3/issue/${issueId}`, { method: 'PUT', headers: JSON_BODY, body }),
      { isWrite: true },
    ),
  );
}

export function writePriority(access: JiraAccess): WritePriority {
  return async (issueId, priorityId) => {
    await editFields(access, 'priority', issueId, {
      priority: priorityId === null ? null : { id: priorityId },
    });
  };
}

export function writeDocument(access: JiraAccess): WriteDocument {
  return async (issueId, document) => {
    await editFields(access, 'description', issueId, { description: document });
  };
}

/** Only told to be a document, and passed on as it came: what a schema does not know would get lost on the way back. */
const WHOLE_DOCUMENT = z.custom<AdfNode>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc',
);

const DESCRIBED = z.object({ fields: z.object({ description: WHOLE_DOCUMENT.nullish() }) });

/** Version 3 gives every description in ADF, also one that was written as wiki text. */
export function readDocument({ requestJira, ask }: JiraAccess): ReadDocument {
  return async (issueId) => {
    const { fields } = await ask('description', DESCRIBED, () =>
      requestJira(route`/rest/api/3/issue/${issueId}?fields=description`),
    );
    return fields.description ?? null;
  };
}
