import { draftFromReason } from '#src/domain/risk/pre-mortem';
import { exposureAt, type Scale } from '#src/domain/risk/rating';
import { newRegister } from '#src/domain/risk/register';
import { registersOnPage, type RegisterOnPage } from '#src/domain/risk/registers-on-page';
import { isLive, type Act, type Risk } from '#src/domain/risk/risk';
import type { MayEditPage, ReadPage, ReadTitles, SeenPage } from '#src/ports/risk/page-access';
import type { ReadPageDocument } from '#src/ports/risk/page-document';
import type { MacroPlace } from '#src/ports/risk/register-store';
import { createRisks } from '#src/usecases/risk/create-risks';
import { findOriginal } from '#src/usecases/risk/find-register';
import { registerHere } from '#src/usecases/risk/new-record';
import type { RegisterPorts } from '#src/usecases/risk/ports';

export interface AddRiskPorts extends RegisterPorts {
  readonly readPage: ReadPage;
  readonly mayEditPage: MayEditPage;
  readonly readTitles: ReadTitles;
  readonly readPageDocument: ReadPageDocument;
}

/** A step of an axis in words that serve every scale. */
export type Height = 'low' | 'medium' | 'high';

export interface RiskToAdd {
  /** The risk's id, so that adding it twice makes one. */
  readonly id: string;
  readonly pageId: string;
  /** Which of the page's registers, from 1 on in the order of the page; null where nobody said. */
  readonly register: number | null;
  readonly text: string;
  readonly probability: Height | null;
  readonly impact: Height | null;
  /** accountId; null leaves it without an owner. */
  readonly ownerId: string | null;
}

/**
 * - `several`: the page has more than one register, and nobody said which.
 * - `undecided`: the macro is of a copied page, and nobody said yet whether it has risks of its own.
 * - `there-already`: a live risk of the register has the same title.
 */
export type RiskAdded =
  | { readonly kind: 'added'; readonly page: SeenPage; readonly risk: Risk; readonly scale: Scale }
  | { readonly kind: 'there-already'; readonly page: SeenPage; readonly risk: Risk }
  | { readonly kind: 'several'; readonly page: SeenPage; readonly registers: readonly RegisterOnPage[] }
  | { readonly kind: 'no-register' | 'no-such-register' | 'undecided' | 'invalid'; readonly page: SeenPage }
  | { readonly kind: 'may-not-edit'; readonly page: SeenPage };

const STEP = {
  low: () => 1,
  medium: (scale: Scale) => (scale + 1) / 2,
  high: (scale: Scale) => scale,
} as const satisfies Record<Height, (scale: Scale) => number>;

const folded = (title: string) => title.replace(/\s+/g, ' ').trim().toLowerCase();

/** The macro's own register as it is; null where nothing was written yet, and what somebody has to decide first. */
async function stateOf(ports: AddRiskPorts, place: MacroPlace) {
  const reading = await ports.registers.read(ports.registers.idOf(place));
  if (reading !== null) return { reading, isUndecided: reading.record.copying !== null };
  const [shown, original] = await Promise.all([ports.registers.loadShown(place), findOriginal(ports, place)]);
  return { reading: null, isUndecided: shown !== null || original !== null };
}

/**
 * Adds a risk to the register of a page, by the register's own rules, for somebody who may edit the page. The page is read as
 * they see it before anything else, and so are the registers on it.
 * @throws ReadFailure `not-found` when they may not see the page.
 */
export async function addRisk(ports: AddRiskPorts, asked: RiskToAdd, act: Act): Promise<RiskAdded> {
  const { pageId } = asked;
  const [page, mayEdit] = await Promise.all([ports.readPage(pageId), ports.mayEditPage(pageId)]);
  // Both have to say so: the one knows all restrictions, the other that the page is in the archive.
  if (!page.canEdit || !mayEdit) return { kind: 'may-not-edit', page };
  const registers = registersOnPage(await ports.readPageDocument(pageId));
  if (registers.length === 0) return { kind: 'no-register', page };
  if (asked.register === null && registers.length > 1) return { kind: 'several', page, registers };
  const chosen = registers[(asked.register ?? 1) - 1];
  if (chosen === undefined) return { kind: 'no-such-register', page };

  const place = { pageId, localId: chosen.localId };
  const { reading, isUndecided } = await stateOf(ports, place);
  if (isUndecided) return { kind: 'undecided', page };
  const register = reading?.record.register ?? newRegister(ports.registers.idOf(place));
  const { scale } = register;
  const height = (named: Height | null) => STEP[named ?? 'medium'](scale);
  const exposure = exposureAt(
    { probability: height(asked.probability), impact: height(asked.impact) },
    scale,
  );
  const draft = draftFromReason({ text: asked.text.trim() }, exposure);
  const same = reading?.risks.find((risk) => isLive(risk) && folded(risk.title) === folded(draft.title));
  if (same !== undefined) return { kind: 'there-already', page, risk: same };

  const registerId = await registerHere(ports.registers, { ...place, spaceId: page.spaceId }, act.at);
  const risk = {
    id: asked.id,
    fields: { ...draft, ownerId: asked.ownerId },
    origin: { kind: 'written' },
  } as const;
  const { answers } = await createRisks(ports, { registerId, spaceId: page.spaceId, risks: [risk] }, act);
  const [answer] = answers;
  if (answer?.result === 'changed' || answer?.result === 'same') {
    return { kind: 'added', page, risk: answer.risk, scale };
  }
  return { kind: 'invalid', page };
}
