import { z } from 'zod';

import { wikiToAdf } from '#src/adapters/jira/wiki-text';
import type { AdfNode } from '#src/domain/backlog/issue';

const ADF_NODE: z.ZodType<AdfNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().optional(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(ADF_NODE).optional(),
    marks: z.array(z.object({ type: z.string() })).optional(),
  }),
);

/**
 * A description as the board's lists give it: an ADF document, or wiki text where Jira answers in its older form.
 * null when it is empty; undefined when it is absent, because the project or the viewer has no such field.
 */
export const DESCRIPTION = z
  .union([ADF_NODE, z.string()])
  .nullish()
  .transform((value) => (typeof value === 'string' ? wikiToAdf(value) : value));
