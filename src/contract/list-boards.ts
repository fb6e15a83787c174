import { z } from 'zod';

export const LIST_BOARDS_REQUEST = z.object({ projectId: z.string().max(20).regex(/^\d+$/) });

/** The boards of a project that the viewer may see, for the project page where Jira names none. */
export const LIST_BOARDS_RESPONSE = z.object({
  boards: z.array(
    z.object({ id: z.number().int(), name: z.string(), type: z.enum(['scrum', 'kanban', 'simple']) }),
  ),
});

export type ListBoardsRequest = z.infer<typeof LIST_BOARDS_REQUEST>;
export type BoardList = z.infer<typeof LIST_BOARDS_RESPONSE>;
