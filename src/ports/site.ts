import type { Priority } from '#src/domain/backlog/checks/define-check';

/** A field of the site, system or custom. */
export interface SiteField {
  readonly id: string;
  readonly name: string;
  readonly isCustom: boolean;
}

export type ReadFields = () => Promise<readonly SiteField[]>;

/** A priority with its display name. */
export interface SitePriority extends Priority {
  readonly name: string;
}

/** The site's priorities, highest first. */
export type ReadPriorities = () => Promise<readonly SitePriority[]>;
