/** What Confluence says of an account. The name is for showing only, and kept nowhere. */
export interface KnownAccount {
  readonly accountId: string;
  readonly isActive: boolean;
  readonly name: string;
}

/** Accounts by id, as the viewer may see them; unknown ones are missing. At most 250 are asked for. */
export type ReadAccounts = (accountIds: readonly string[]) => Promise<readonly KnownAccount[]>;
