import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import { linksOn, refused, textInput, type ActionAnswer, type ActionUse } from '#src/background/rovo/action';
import { dayIn } from '#src/domain/risk/calendar';
import { levelOn } from '#src/domain/risk/level';
import { LIMITS } from '#src/domain/risk/limits';

const HEIGHT = textInput(20)
  .transform((text) => text?.toLowerCase() ?? null)
  .pipe(z.enum(['low', 'medium', 'high']).nullable());

export const ADD_RISK_INPUTS = z.object({
  risk: z.string().trim().min(1).max(LIMITS.part),
  /** The page's id, or its address. */
  page: textInput(2_000),
  register: z.coerce.number().int().min(1).max(100).nullish().catch(null),
  probability: HEIGHT,
  impact: HEIGHT,
  ownerIsMe: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).nullish(),
});

/** The page that is named by its id or in an address; null where no page is named. */
function pageNamed(text: string | null): string | null {
  if (text === null) return null;
  if (/^\d{1,20}$/.test(text)) return text;
  return /\/pages\/(?:edit(?:-v2)?\/)?(\d{1,20})(?:[/?#]|$)/.exec(text)?.[1] ?? null;
}

const pageLink = (pageId: string) => `/wiki/pages/viewpage.action?pageId=${encodeURIComponent(pageId)}`;

/** "Add a risk to this page." The product asks the user before it runs; what they may do is asked of Confluence. */
export async function answerAddRisk({
  app,
  viewer,
  beside,
  inputs,
}: ActionUse<z.infer<typeof ADD_RISK_INPUTS>>): Promise<ActionAnswer> {
  const named = pageNamed(inputs.page);
  if (inputs.page !== null && named === null) return refused('page-not-understood');
  const pageId = named ?? beside.pageId;
  if (pageId === null) return refused('no-page-named');
  const at = app.now().toISOString();
  // The platform does not tell an action where the asker's day begins.
  const act = { by: viewer.accountId, at, on: dayIn('UTC', at) };
  const { register, probability, impact, ownerIsMe } = inputs;
  const asked = {
    id: randomUUID(),
    pageId,
    register: register ?? null,
    text: inputs.risk,
    probability,
    impact,
    ownerId: ownerIsMe === true ? viewer.accountId : null,
  };
  const [added, links] = await Promise.all([app.addRisk(viewer, asked, act), linksOn(app)]);
  const page = {
    id: added.page.pageId,
    link: links.to(pageLink(added.page.pageId)),
    text: { title: added.page.title },
  };
  switch (added.kind) {
    case 'added':
      return {
        answer: 'added',
        key: `R-${added.risk.number}`,
        level: levelOn(added.risk, added.scale),
        hasOwner: added.risk.ownerId !== null,
        page,
        text: { title: added.risk.title },
        undo: { how: 'delete-on-page', link: page.link, days: LIMITS.deletedDays },
      };
    case 'there-already':
      return {
        answer: 'there-already',
        key: `R-${added.risk.number}`,
        page,
        text: { title: added.risk.title },
      };
    case 'several':
      return {
        answer: 'choose-register',
        page,
        registers: added.registers.map(({ heading }, index) => ({ register: index + 1, text: { heading } })),
      };
    case 'may-not-edit':
    case 'no-register':
    case 'no-such-register':
    case 'undecided':
    case 'invalid':
      return refused(added.kind, { page });
  }
}
