import type { Risk } from '#src/domain/risk/risk';
import type { Scale } from '#src/domain/risk/rating';

/** A risk with what shows it outside of its register. */
export interface MitigatedRisk {
  readonly risk: Risk;
  readonly scale: Scale;
  readonly pageId: string;
}

/**
 * The live risks that name this issue as their mitigation, of all registers of the site: whoever shows them has to ask what of
 * them the viewer may see. A risk that was written a few seconds ago may be missing.
 */
export type ListMitigatedBy = (issueId: string) => Promise<readonly MitigatedRisk[]>;
